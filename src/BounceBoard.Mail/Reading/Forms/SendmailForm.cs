using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// Sendmail 8 where the machine-readable part is lost: a list of addresses, each with a reason in brackets since 8.10, and below it the printed session,
/// from which the server's name and the older versions' replies are taken.
/// </summary>
internal sealed class SendmailForm : IBounceForm
{
    private const string List = "----- The following addresses had ", Session = "----- Transcript of session follows", Rule = "-----";

    public string? Dialect => null;

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var at = lines.FindIndex(line => line.StartsWith(List, StringComparison.OrdinalIgnoreCase));
        var session = at < 0 ? -1 : lines.FindIndex(at, line => line.StartsWith(Session, StringComparison.OrdinalIgnoreCase));
        if (session < 0 || !lines.Exists(line => line.Contains("while talking to", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }
        var printed = lines.Skip(session + 1).TakeWhile(line => !line.StartsWith(Rule, StringComparison.Ordinal)).ToList();
        var listed = Listed(lines.GetRange(at + 1, session - at - 1));
        var entries = listed.Select(item => Entry(item.Recipient, item.Reason, printed, listed.Count == 1)).ToList();
        return entries.Count == 0 ? null : entries;
    }

    private static List<(string Recipient, string? Reason)> Listed(List<string> lines)
    {
        var found = new List<(string Recipient, string? Reason)>();
        var reason = new List<string>();
        foreach (var line in lines.Append("<"))
        {
            if (line.StartsWith("(reason:", StringComparison.OrdinalIgnoreCase) || (reason.Count > 0 && !line.StartsWith('(') && !line.StartsWith('<')))
            {
                reason.Add(line);
                continue;
            }
            if (reason.Count > 0 && found.Count > 0)
            {
                found[^1] = (found[^1].Recipient, string.Join(' ', reason)["(reason:".Length..].TrimEnd(')').Trim());
                reason.Clear();
            }
            if (!line.StartsWith('(') && FormLines.AddressIn(line) is { } recipient)
            {
                found.Add((recipient, null));
            }
        }
        return found;
    }

    // The session with one server begins with "... while talking to NAME:" and ends where the next one does.
    private static LooseEntry Entry(string recipient, string? reason, List<string> printed, bool alone)
    {
        var named = printed.FindLastIndex(line => line.Contains(recipient, StringComparison.OrdinalIgnoreCase));
        if (named < 0 && !alone)
        {
            return new LooseEntry(recipient, reason ?? "");
        }
        var start = printed.FindLastIndex(named < 0 ? Math.Max(printed.Count - 1, 0) : named, line => line.Contains("while talking to", StringComparison.OrdinalIgnoreCase));
        var own = start < 0 ? printed : printed.Skip(start).TakeWhile((line, i) => i == 0 || !line.Contains("while talking to", StringComparison.OrdinalIgnoreCase)).ToList();
        var words = SmtpReply.Collapsed(string.Join(' ', own));
        return new LooseEntry(recipient, reason is null ? words : reason) { Host = RemoteHost.FindIn(words), Stage = StageWords.Find(words) };
    }
}

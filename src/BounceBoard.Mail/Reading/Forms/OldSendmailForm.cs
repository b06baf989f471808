using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// Sendmail 5 and its heirs: the session is printed in plain text, one line <c>550 &lt;address&gt;... reason</c> for each recipient,
/// with what the other server said (<c>&lt;&lt;&lt;</c>) above it.
/// </summary>
internal sealed class OldSendmailForm : IBounceForm
{
    private static readonly AnyCase Begin = new("----- Transcript of session follows");

    private static readonly string[] Ends = ["----- Unsent message follows", "----- Recipients of this delivery", "----- Message header follows", "----- No message"];

    public string? Dialect => "sendmail-5";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var at = Begin.IndexIn(mail.Human);
        if (at < 0 || !Ends.Any(end => mail.Human.Contains(end, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }
        var lines = FormLines.Of(mail.Human[at..]).Skip(1).TakeWhile(line => !Ends.Any(end => line.StartsWith(end, StringComparison.OrdinalIgnoreCase)));
        var entries = Entries(lines);
        return entries.Count == 0 ? null : entries;
    }

    // The dialogue belongs to the recipients that are named below it, until the next one begins.
    private static List<LooseEntry> Entries(IEnumerable<string> lines)
    {
        var entries = new List<LooseEntry>();
        var dialogue = new List<string>();
        foreach (var line in lines)
        {
            if (line.Contains("while talking to", StringComparison.OrdinalIgnoreCase))
            {
                dialogue.Clear();
            }
            var named = SmtpReply.CodeAt(line) is not null && line.Contains("...", StringComparison.Ordinal) ? FormLines.AddressIn(line.AsSpan(0, line.IndexOf("...", StringComparison.Ordinal))) : null;
            if (named is null)
            {
                dialogue.Add(line);
                continue;
            }
            if (!entries.Exists(entry => string.Equals(entry.Recipient, named, StringComparison.OrdinalIgnoreCase)))
            {
                entries.Add(new LooseEntry(named, Words(dialogue, line)));
            }
            dialogue.RemoveAll(entry => SmtpReply.CodeAt(entry) is not null);
        }
        return entries;
    }

    // "554 <address>... 550 Host unknown": what stands behind the dots is the answer of this recipient alone.
    private static string Words(List<string> dialogue, string line)
    {
        var own = line[(line.IndexOf("...", StringComparison.Ordinal) + 3)..].Trim();
        var said = dialogue.Exists(entry => entry.StartsWith("<<<", StringComparison.Ordinal));
        return SmtpReply.Collapsed(SmtpReply.CodeAt(own) is not null ? own : said ? string.Join(' ', [.. dialogue, line]) : line);
    }
}

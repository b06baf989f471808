using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>Lotus Notes' SMTP MTA: under <c>Failure Reasons</c>, a reason and below it the addresses it holds for.</summary>
internal sealed class NotesForm : IBounceForm
{
    public string? Dialect => "notes";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var at = lines.FindIndex(line => line.StartsWith("------- Failure Reasons", StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            return null;
        }
        var entries = new List<LooseEntry>();
        var reason = new List<string>();
        var named = false;
        foreach (var line in lines.Skip(at + 1).TakeWhile(line => !line.StartsWith("------- Returned", StringComparison.OrdinalIgnoreCase)).Where(line => line.Length > 0))
        {
            if (!line.Contains(' ', StringComparison.Ordinal) && FormLines.AddressIn(line) is { } recipient)
            {
                entries.Add(new LooseEntry(recipient, SmtpReply.Collapsed(string.Join(' ', reason))));
                named = true;
                continue;
            }
            if (named)
            {
                reason.Clear();
                named = false;
            }
            reason.Add(line);
        }
        return entries.Count == 0 ? null : entries;
    }
}

using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>au (EZweb) and others: <c>Recipient: &lt;address&gt;</c>, and below it the command and its reply.</summary>
internal sealed class RecipientLineForm : IBounceForm
{
    private const string Mark = "Recipient: <";

    public string Dialect => "ezweb";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var starts = lines.Select((line, i) => (Line: line, Index: i)).Where(item => item.Line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)).Take(100).ToList();
        var entries = new List<LooseEntry>();
        foreach (var (line, index) in starts)
        {
            var said = lines.Skip(index + 1).TakeWhile(next => next.Length > 0 && !next.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)).ToList();
            if (FormLines.AddressIn(line) is { } recipient && said.Exists(next => next.StartsWith("<<<", StringComparison.Ordinal)))
            {
                entries.Add(new LooseEntry(recipient, SmtpReply.Collapsed(string.Join(' ', said))));
            }
        }
        return entries.Count == 0 ? null : entries;
    }
}

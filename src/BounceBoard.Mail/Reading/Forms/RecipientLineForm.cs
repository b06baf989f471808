using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// A labelled line names the recipient, the lines below it the command and its reply, or the reason: au (EZweb), InterMail, Oracle Messaging Server,
/// SmarterMail, MailEnable. Which of them wrote it stands in the table of marks.
/// </summary>
internal sealed class RecipientLineForm : IBounceForm
{
    private static readonly string[] Labels = ["Recipient:", "Failed Recipient:", "Recipient address:"];

    private static readonly string[] Answers = ["<<<", "Reason:", "Diagnostic code:"];

    public string? Dialect => null;

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var starts = lines.Select((line, i) => (Line: line, Index: i)).Where(item => IsLabelled(item.Line)).Take(100).ToList();
        var entries = new List<LooseEntry>();
        foreach (var (line, index) in starts)
        {
            var said = lines.Skip(index + 1).TakeWhile(next => next.Length > 0 && !IsLabelled(next)).ToList();
            if (FormLines.AddressIn(line) is { } recipient && said.Exists(next => Answers.Any(mark => next.StartsWith(mark, StringComparison.OrdinalIgnoreCase))))
            {
                entries.Add(new LooseEntry(recipient, SmtpReply.Collapsed(string.Join(' ', said))));
            }
        }
        return entries.Count == 0 ? null : entries;
    }

    private static bool IsLabelled(string line) => Labels.Any(label => line.StartsWith(label, StringComparison.OrdinalIgnoreCase));
}

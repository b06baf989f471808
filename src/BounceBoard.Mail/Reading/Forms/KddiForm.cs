using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;
using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>KDDI's mail for fixed lines (au one net): <c>Could not be delivered to: &lt;address&gt;</c> and the reason in the next line.</summary>
internal sealed class KddiForm : IBounceForm
{
    private static readonly (string Words, BounceCategory Category)[] Reasons =
    [
        ("As their mailbox is full", MailboxFull),
        ("As the remote domain doesnt exist", BadDomain),
        ("As the remote domain doesn't exist", BadDomain),
        ("As their account does not exist", BadMailbox),
    ];

    public string? Dialect => "kddi";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var entries = new List<LooseEntry>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith("Could not be delivered to:", StringComparison.OrdinalIgnoreCase) && FormLines.AddressIn(lines[i]) is { } recipient)
            {
                var words = SmtpReply.Collapsed(string.Join(' ', lines.Skip(i + 1).TakeWhile(line => line.Length > 0).Take(10)));
                var (said, category) = Array.Find(Reasons, row => words.Contains(row.Words, StringComparison.OrdinalIgnoreCase));
                entries.Add(new LooseEntry(recipient, words) { Category = said is null ? null : category });
            }
        }
        return entries.Count == 0 ? null : entries;
    }
}

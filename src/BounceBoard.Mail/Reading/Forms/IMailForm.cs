using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>Ipswitch IMail: one sentence that ends with the address; what the other server said may stand below a line of its own.</summary>
internal sealed class IMailForm : IBounceForm
{
    private static readonly (string Words, BounceCategory Category)[] Sentences =
    [
        ("Unknown user:", BadMailbox),
        ("Unknown host:", BadDomain),
        ("Invalid final delivery userid:", BadMailbox),
        ("Invalid final delivery user", BadMailbox),
        ("User mailbox exceeds allowed size:", MailboxFull),
        ("Delivery failed", Expired),
        ("undeliverable to", Undetermined),
    ];

    public string? Dialect => "imail";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        if (mail.Message.Subject?.StartsWith("Undeliverable Mail", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }
        var lines = mail.Lines.TakeWhile(line => !line.StartsWith("Original message follows", StringComparison.OrdinalIgnoreCase)).ToList();
        var found = new List<LooseEntry>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (words, category) = Array.Find(Sentences, row => lines[i].StartsWith(row.Words, StringComparison.OrdinalIgnoreCase));
            if (words is not null && FormLines.AddressIn(lines[i]) is { } recipient)
            {
                // "undeliverable to <address>", an empty line, "Body of message generated response:", and the reply.
                var rest = string.Join(' ', lines.Skip(i + 1).Where(line => line.Length > 0 && !line.StartsWith("Body of message", StringComparison.OrdinalIgnoreCase)).Take(10));
                found.Add(new LooseEntry(recipient, rest.Length > 0 ? rest : lines[i]) { Category = category is Undetermined || rest.Length > 0 ? null : category });
            }
        }
        return found.Count == 0 ? null : found;
    }
}

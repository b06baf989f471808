using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>fml, a mailing list server of Japan: the list does not take the mail, mostly because its sender is no member.</summary>
internal sealed class FmlForm : IBounceForm
{
    private static readonly string[] Refusals = ["not member", "ignored not ml article", "not a member", "notice from fml", "error notice", "you are not member"];

    public string? Dialect => "fml";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var server = mail.Header("X-MLServer") ?? mail.Header("X-ML-Server");
        var subject = mail.Message.Subject ?? "";
        if (server?.TrimStart().StartsWith("fml", StringComparison.OrdinalIgnoreCase) != true || !Refusals.Any(words => subject.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }
        var senders = mail.Message.To.Mailboxes.Select(mailbox => mailbox.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var list = mail.Lines.Select(line => FormLines.AddressIn(line)).FirstOrDefault(address => address is not null && !senders.Contains(address))
            ?? FormLines.AddressIn(mail.Returned.To ?? "");
        return list is null ? null : [new LooseEntry(list, SmtpReply.Collapsed(mail.Human)) { Category = BounceCategory.SenderRejected }];
    }
}

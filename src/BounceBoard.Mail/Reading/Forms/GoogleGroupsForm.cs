using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;
using MimeKit;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// Google Groups, in any language: the group does not exist or does not let the sender post, and Google does not say which. The words are translated,
/// so the form is known by the sender, the link to the groups' help and the returned mail's addressee.
/// </summary>
internal sealed class GoogleGroupsForm : IBounceForm
{
    public string? Dialect => "google-groups";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var from = mail.Message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        if (!from.StartsWith("mailer-daemon@google", StringComparison.OrdinalIgnoreCase)
            || !(mail.Human.Contains("//groups.google.com", StringComparison.OrdinalIgnoreCase) || mail.Human.Contains("support.google.com/a/", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }
        var named = mail.Header("X-Failed-Recipients") ?? mail.Returned.To ?? "";
        var cut = mail.Human.IndexOf("----- Original message", StringComparison.OrdinalIgnoreCase);
        var words = SmtpReply.Collapsed(cut < 0 ? mail.Human : mail.Human[..cut]);
        return InternetAddressList.TryParse(named, out var list) && list.Mailboxes.ToList() is { Count: > 0 } mailboxes
            ? [.. mailboxes.Take(50).Select(mailbox => new LooseEntry(mailbox.Address, words) { Category = BounceCategory.SenderRejected })]
            : null;
    }
}

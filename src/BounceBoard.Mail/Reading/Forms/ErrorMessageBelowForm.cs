using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>Apache James and gateways made of it (mail to text messages): <c>Error message below:</c>, the reply, then the envelope in words.</summary>
internal sealed class ErrorMessageBelowForm : IBounceForm
{
    private const string Mark = "Error message below:";

    public string? Dialect => null;

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var at = lines.FindIndex(line => line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            return null;
        }
        var reply = lines.Skip(at + 1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0);
        var words = SmtpReply.Collapsed(string.Join(' ', reply));
        var recipients = lines.Skip(at).Where(line => line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)).Select(line => FormLines.AddressIn(line.AsSpan(8)))
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return recipients.Count == 0 ? null : [.. recipients.Select(recipient => new LooseEntry(recipient, words) { Stage = IsGateway(mail) ? SmtpStage.RcptTo : null })];
    }

    // The gateway for text messages refuses the number itself, before any message is handed over.
    private static bool IsGateway(ReceivedMail mail) =>
        mail.Message.From.Mailboxes.FirstOrDefault()?.Address is { } from && from.StartsWith("post_master@", StringComparison.OrdinalIgnoreCase)
        && (from.EndsWith("@vtext.com", StringComparison.OrdinalIgnoreCase) || from.EndsWith("@vzwpix.com", StringComparison.OrdinalIgnoreCase));
}

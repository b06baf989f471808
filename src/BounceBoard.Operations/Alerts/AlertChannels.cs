using System.Globalization;
using BounceBoard.Core.Alerts;
using BounceBoard.Mail.Sending;
using BounceBoard.Operations.Outside;
using BounceBoard.Storage.Alerts;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Alerts;

/// <summary>Hands a message to where it goes: the installation's mail server, or an address that the guarded client may ask.</summary>
internal sealed class AlertChannels(
    SmtpSubmission smtp, IOutside outside, AlertSeal seal, IOptions<AlertOptions> options, IOptions<AlertLinks> links)
{
    public Task<AlertAnswer> SendAsync(AlertDestinationRow destination, AlertMessage message, CancellationToken cancellationToken) =>
        destination.Kind switch
        {
            AlertDestinationKind.Mail =>
                MailAsync(destination.Target.Split('\n'), message, AlertMailText.Text(message, links.Value), cancellationToken),
            AlertDestinationKind.Webhook => PostAsync(destination, message, cancellationToken),
        };

    public Task<AlertAnswer> SendToOwnerAsync(AlertMessage message, CancellationToken cancellationToken) =>
        MailAsync([options.Value.OwnerMail], message, AlertMailText.Lines(message, links.Value), cancellationToken);

    private async Task<AlertAnswer> MailAsync(IReadOnlyList<string> to, AlertMessage message, string text, CancellationToken cancellationToken)
    {
        var settings = options.Value.Smtp;
        if (!settings.IsSet)
        {
            return new AlertAnswer(AlertAnswerKind.Later, "No mail server is set: Alerts:Smtp:Host is empty.");
        }
        var list = $"alerts.{message.Tenant.Slug}.{settings.From[(settings.From.LastIndexOf('@') + 1)..]}";
        var mail = new OutgoingMail(settings.From, to, AlertMailText.Subject(message), text, message.Id, list, message.At);
        var outcome = await smtp.SendAsync(settings.Server, mail, cancellationToken);
        return new AlertAnswer(KindOf(outcome.Verdict), outcome.Reply);
    }

    private async Task<AlertAnswer> PostAsync(AlertDestinationRow destination, AlertMessage message, CancellationToken cancellationToken)
    {
        if (seal.Open(destination.TenantId, destination.Id, destination.SecretSealed) is not { } secret)
        {
            return new AlertAnswer(AlertAnswerKind.Later, "The secret cannot be read any more. Make a new one.");
        }
        var body = AlertJson.Write(message, links.Value);
        var headers = new Dictionary<string, string>
        {
            [AlertSignature.IdHeader] = message.Id,
            [AlertSignature.TimestampHeader] = AlertSignature.Timestamp(message.At),
            [AlertSignature.SignatureHeader] = AlertSignature.Of(secret, message.At, body),
        };
        try
        {
            var status = await outside.PostAsync(new Uri(destination.Target), body, headers, cancellationToken);
            return new AlertAnswer(KindOf(status), string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"));
        }
        catch (OutsideException silence)
        {
            return new AlertAnswer(AlertAnswerKind.Later, silence.Message);
        }
    }

    private static AlertAnswerKind KindOf(SmtpVerdict verdict) => verdict switch
    {
        SmtpVerdict.Accepted => AlertAnswerKind.Took,
        SmtpVerdict.Deferred => AlertAnswerKind.Later,
        SmtpVerdict.Refused => AlertAnswerKind.Refused,
    };

    private static AlertAnswerKind KindOf(int status) => status switch
    {
        >= 200 and < 300 => AlertAnswerKind.Took,
        410 => AlertAnswerKind.Gone,
        408 or 429 or >= 500 => AlertAnswerKind.Later,
        _ => AlertAnswerKind.Refused,
    };
}

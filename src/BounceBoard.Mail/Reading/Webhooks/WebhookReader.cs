using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Reads a payload that a service posted, in the form it is given.</summary>
internal sealed class WebhookReader(IWebhookForm form) : IBounceReader
{
    public string Format => form.Format;

    public IReadOnlyList<BounceReport>? Read(ReadingInput input) => input.Payload is { } payload ? form.Read(payload) : null;
}

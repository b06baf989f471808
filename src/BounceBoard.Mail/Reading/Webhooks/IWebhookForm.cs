using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>The events of one e-mail service, as it posts them.</summary>
internal interface IWebhookForm
{
    /// <summary>Name of the form in the command line's contract.</summary>
    string Format { get; }

    /// <summary>One report for each recipient and event that tells of delivery; null when the payload is not this service's. Opens and clicks give none.</summary>
    IReadOnlyList<BounceReport>? Read(JsonElement payload);
}

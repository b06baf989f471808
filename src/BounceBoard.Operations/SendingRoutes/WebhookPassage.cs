using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.Outside;
using BounceBoard.Operations.RetryBatches.Sending;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>One post for each recipient. What a platform answers is about the platform, never about the recipient: that comes later, as a posted outcome.</summary>
internal sealed class WebhookPassage(IOutside outside, SendingRouteSeal seal, TimeProvider time) : IRetryPassage
{
    public async Task<RetryOutcome> SendAsync(
        RetryShipment shipment, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken cancellationToken)
    {
        if (seal.Secret(shipment.Tenant, shipment.Route) is not { } secret)
        {
            return Outcome(RetryOutcomeKind.NotSent, "The secret of the webhook does not open with the installation's keys. Make a new one.");
        }
        var body = RetryPost.Of(shipment);
        var headers = RetryPost.Headers(secret, shipment.Token, time.GetUtcNow(), body);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Not to be cancelled once it is on its way: the answer is waited for, ten seconds at most.
            var status = await outside.PostOnceAsync(new Uri(shipment.Route.Webhook), body, headers, beforeHandOver, CancellationToken.None);
            return status is { } heard
                ? Outcome(KindOf(heard), string.Create(CultureInfo.InvariantCulture, $"The platform answered HTTP {heard}.")) with { TurnsUsAway = TurnsUsAway(heard) }
                : Outcome(RetryOutcomeKind.NotSent, "The post was called off before anything left.");
        }
        catch (OutsideException silence)
        {
            return Outcome(silence.BodyLeft ? RetryOutcomeKind.InDoubt : RetryOutcomeKind.NotSent, silence.Message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // 429 and 503 say that it was not taken; behind any other 5xx it may have been, at a gateway for example.
    private static RetryOutcomeKind KindOf(int status) => status switch
    {
        >= 200 and < 300 => RetryOutcomeKind.Accepted,
        429 or 503 => RetryOutcomeKind.Deferred,
        >= 300 and < 500 => RetryOutcomeKind.Refused,
        _ => RetryOutcomeKind.InDoubt,
    };

    // The signature is not accepted, we may not, or the address is closed for good: that is said of every post, not of this one.
    private static bool TurnsUsAway(int status) => status is 401 or 403 or 410;

    // The stage of a connection: nothing here speaks of the recipient.
    private static RetryOutcome Outcome(RetryOutcomeKind kind, string words) =>
        new() { Kind = kind, Stage = SmtpStage.Connect, Reply = words, Transcript = "" };
}

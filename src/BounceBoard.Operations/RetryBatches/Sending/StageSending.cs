using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Sends a few mails of a batch's stage, as many as the pace of its route allows for the moment, and says when the next may go.</summary>
internal sealed class StageSending(
    Database database, SendingRouteReader routes, RetryClaimWriter claims, RetryTransports transports, RetryTurns turns, SliceSending slices, DeskMoves moves,
    Observation observation, TimeProvider time)
{
    // A slice holds about as much as goes out in five seconds: short enough for a stop, long enough to share a connection.
    private const int SlicesPerMinute = 12;
    private const int MostPerSlice = 100;

    /// <returns>Attempts that changed.</returns>
    public async Task<int> SendAsync(TenantId tenant, RetryBatchRow batch, CancellationToken cancellationToken)
    {
        var (plan, now) = (batch.Plan, time.GetUtcNow());
        var route = await routes.FindAsync(tenant, batch.RouteId, cancellationToken);
        if (route is null || Problem(route, plan) is { } problem && problem.Length > 0)
        {
            return await moves.HaltAsync(tenant, batch, route is null ? "The route was removed after the approval." : Problem(route, plan) ?? "", cancellationToken) ? 1 : 0;
        }
        var start = RetryLimitsChoice.FirstConnection(plan.Limits, now);
        if (start > now)
        {
            await moves.PostponeAsync(tenant, batch, start, cancellationToken);
            return 0;
        }
        if (transports.Of(route.Kind) is not { } transport)
        {
            // A person fetches the recipients; then nobody is left to send to.
            return await observation.EndStageAsync(tenant, batch, now + TimeSpan.FromMinutes(1), cancellationToken);
        }
        return await SendOverAsync(tenant, batch, route, transport, cancellationToken);
    }

    private static string? Problem(SendingRouteRow route, RetryPlan plan) =>
        !route.Enabled ? "The route was switched off after the approval."
        : route.Revision != plan.Route.Revision ? "The route was changed after the approval."
        : null;

    private async Task<int> SendOverAsync(
        TenantId tenant, RetryBatchRow batch, SendingRouteRow route, IRetryTransport transport, CancellationToken cancellationToken)
    {
        var (began, pace) = (time.GetUtcNow(), Math.Max(1, Math.Min(batch.Plan.Limits.RatePerMinute, route.RatePerMinute)));
        var claim = RowIds.Next(began);
        var (turn, freeAt) = await turns.TakeAsync(tenant, $"route {route.Id}", claim, cancellationToken);
        if (turn is null)
        {
            await moves.PostponeAsync(tenant, batch, freeAt, cancellationToken);
            return 0;
        }
        SliceReport? report = null;
        try
        {
            var most = Math.Clamp((pace + SlicesPerMinute - 1) / SlicesPerMinute, 1, MostPerSlice);
            var claimed = await database.WriteAsync(
                Turn.Open,
                transaction => claims.ClaimAsync(tenant, batch.Id, claim, began + SendingTimes.Claim, most, transaction, cancellationToken),
                cancellationToken);
            report = claimed.Count == 0
                ? null
                : await slices.SendAsync(new RetrySlice(tenant, batch, route, claim, began + SendingTimes.Claim, claimed), transport, cancellationToken);
        }
        finally
        {
            await turns.EndAsync(turn, Next(began, pace, report, turn), report?.Trouble, CancellationToken.None);
        }
        return report is null
            ? await observation.EndStageAsync(tenant, batch, began + SendingTimes.LookAgain, cancellationToken)
            : await ContinueAsync(tenant, batch, report, turn, Next(began, pace, report, turn), cancellationToken);
    }

    // What was sent is paid with time, so that no minute has more mails than the pace; trouble with the server is paid with more.
    private static DateTimeOffset Next(DateTimeOffset began, int pace, SliceReport? report, RetryTurn turn) =>
        report?.Trouble is not null ? began + SendingTimes.Pause(turn.Failures + 1) : began + (TimeSpan.FromMinutes(1) * (report?.HandedOver ?? 0) / pace);

    private async Task<int> ContinueAsync(
        TenantId tenant, RetryBatchRow batch, SliceReport report, RetryTurn turn, DateTimeOffset next, CancellationToken cancellationToken)
    {
        if (report is { IsFinal: true, Trouble: { } last })
        {
            await moves.HaltAsync(tenant, batch, $"Nothing more is taken from us: {last}", cancellationToken);
            return report.Changed + 1;
        }
        if (report.Trouble is { } trouble && turn.Failures + 1 >= SendingTimes.MostFailures)
        {
            await moves.HaltAsync(
                tenant, batch, $"The server could not be sent to {SendingTimes.MostFailures} times in a row; its last words: {trouble}", cancellationToken);
            return report.Changed + 1;
        }
        if (await observation.TryHaltAsync(tenant, batch, cancellationToken))
        {
            return report.Changed + 1;
        }
        return report.Changed + await observation.EndStageAsync(tenant, batch, report.NotBefore > next ? report.NotBefore.Value : next, cancellationToken);
    }
}

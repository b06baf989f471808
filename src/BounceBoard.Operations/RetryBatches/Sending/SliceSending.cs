using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Sends a slice one mail after the other; whatever happens, what was not handed over is given back and every outcome is written.</summary>
internal sealed class SliceSending(
    Database database, LedgerTables tables, RetryCaps caps, RetryTurns turns, RetryTokens tokens, SuppressionReader suppressions, RefusalReader refusals, RefusedFiling filing,
    TimeProvider time)
{
    public async Task<SliceReport> SendAsync(RetrySlice slice, IRetryTransport transport, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(slice, cancellationToken);
        var refused = (await refusals.FindAsync(slice.Tenant, [.. slice.Attempts.Select(attempt => attempt.RefusalId)], cancellationToken)).ToDictionary(row => row.Id);
        var ledger = new RetryLedger(database, tables, caps, time, slice.Tenant, slice.Claim);
        await using var way = new RetryWay(transport, turns, slice.Claim, time);
        var run = new SliceRun(slice, ledger, way, filing, time);
        try
        {
            foreach (var attempt in slice.Attempts)
            {
                // What cannot be ended within the claim is left to the next one.
                if (run.IsOver || time.GetUtcNow() > slice.Until - SendingTimes.Margin)
                {
                    break;
                }
                await (held.TryGetValue(attempt.RecipientKey, out var reason)
                    ? run.SkipAsync(attempt, reason, cancellationToken)
                    : run.SendAsync(await ShipmentAsync(slice, attempt, refused.GetValueOrDefault(attempt.RefusalId), cancellationToken), cancellationToken));
            }
        }
        finally
        {
            await ledger.EndAsync(CancellationToken.None);
        }
        return run.Report;
    }

    private async Task<Dictionary<string, string>> HeldAsync(RetrySlice slice, CancellationToken cancellationToken)
    {
        var rows = await suppressions.FindAsync(slice.Tenant, [.. slice.Attempts.Select(attempt => attempt.RecipientKey)], cancellationToken);
        return rows.Where(row => row.Value.State == SuppressionState.Held)
            .ToDictionary(row => row.Key, row => $"Suppressed: {row.Value.Reason}.", StringComparer.Ordinal);
    }

    private async Task<RetryShipment> ShipmentAsync(RetrySlice slice, RetryAttemptRow attempt, RefusalRow? refusal, CancellationToken cancellationToken)
    {
        var local = await tokens.LocalPartAsync(slice.Route.ReturnPrefix, slice.Tenant, attempt.Id, cancellationToken);
        var token = local[(local.LastIndexOf('+') + 1)..];
        return new RetryShipment(slice.Tenant, slice.Batch, slice.Route, attempt, token, $"{local}@{EnvelopeDomain(slice, attempt)}") { Refusal = refusal };
    }

    // The original's own domain, so that the mail takes the same way; a mail of the null sender has none.
    private static string EnvelopeDomain(RetrySlice slice, RetryAttemptRow attempt) =>
        attempt.Sender.LastIndexOf('@') is var at and >= 0
            ? attempt.Sender[(at + 1)..]
            : slice.Route.SenderDomains.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
}

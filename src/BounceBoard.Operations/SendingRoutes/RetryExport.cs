using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Gives an approver the recipients of an approved stage as a file. The first download hands them over; a second one is the same, and noted.</summary>
public sealed class RetryExport
{
    private const int AtOnce = 1000;

    private static readonly string[] Columns = ["attempt", "recipient", "sender", "pool", "message id", "send", "pool header"];

    private readonly RetryBatchReader _batches;
    private readonly RetryAttemptReader _attempts;
    private readonly ExportHandOver _handOver;
    private readonly RetryTokens _tokens;
    private readonly SendingRouteReader _routes;
    private readonly TenantAccess _access;
    private readonly AuditedWrite _writes;

    internal RetryExport(
        RetryBatchReader batches, RetryAttemptReader attempts, ExportHandOver handOver, RetryTokens tokens, SendingRouteReader routes, TenantAccess access,
        AuditedWrite writes) =>
        (_batches, _attempts, _handOver, _tokens, _routes, _access, _writes) = (batches, attempts, handOver, tokens, routes, access, writes);

    /// <param name="number">Of the batch.</param>
    public async Task<OperationResult<RetryExportFile>> DownloadAsync(Actor actor, TenantId tenant, long number, CancellationToken cancellationToken)
    {
        if (await _access.RequireAsync(actor, tenant, TenantAction.ApproveRetry, cancellationToken) is AccessDecision.Denied denied)
        {
            return new OperationResult.Refused(denied.Message);
        }
        if (await _batches.FindByNumberAsync(tenant, number, cancellationToken) is not { } batch || batch.Plan.Route.Kind != SendingRouteKind.Export)
        {
            return new OperationResult.Refused("There is no such batch with a file to download.");
        }
        var route = await _routes.FindAsync(tenant, batch.RouteId, cancellationToken);
        var handed = 0;
        if (batch.State == RetryBatchState.Sending)
        {
            if (route is not { Enabled: true } || route.Revision != batch.Plan.Route.Revision)
            {
                return new OperationResult.Refused("The route was changed or switched off after the approval, so nothing is handed over.");
            }
            if (_handOver.WaitsUntil(batch) is { } next)
            {
                return new OperationResult.Refused(string.Create(
                    CultureInfo.InvariantCulture, $"The plan hands nobody over before {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Come back then."));
            }
            if (await _handOver.HandOverAsync(tenant, batch, route, cancellationToken) is not { } now)
            {
                return new OperationResult.Refused("Somebody downloads over this route just now. Try again in a moment.");
            }
            handed = now;
        }
        return await WriteAsync(actor, tenant, batch, route?.PoolHeader ?? "", handed, cancellationToken);
    }

    private async Task<OperationResult<RetryExportFile>> WriteAsync(
        Actor actor, TenantId tenant, RetryBatchRow batch, string poolHeader, int handed, CancellationToken cancellationToken)
    {
        var lines = new List<string> { SafeCsv.Line(Columns) };
        var page = await _attempts.ListAsync(tenant, batch.Id, (batch.Stage, 0), AtOnce, cancellationToken);
        while (page.Count > 0)
        {
            foreach (var attempt in page.Where(attempt => attempt.Stage == batch.Stage && attempt.HandedAt is not null))
            {
                lines.Add(SafeCsv.Line(
                    await _tokens.TokenAsync(tenant, attempt.Id, cancellationToken), attempt.Recipient, attempt.Sender, attempt.Pool, attempt.MessageId,
                    RetryPost.Kind(attempt.OriginalId is not null), poolHeader));
            }
            var last = page[^1];
            page = page.Count < AtOnce ? [] : await _attempts.ListAsync(tenant, batch.Id, (last.Stage, last.Position), AtOnce, cancellationToken);
        }
        if (lines.Count == 1)
        {
            return new OperationResult.Refused("There is nobody to hand over now: the stage is not being sent yet, sending is stopped, or a limit is reached.");
        }
        var detail = string.Create(CultureInfo.InvariantCulture, $"stage {batch.Stage}, {lines.Count - 1} recipients, {handed} of them for the first time");
        return await _writes.InTenantAsync<RetryExportFile>(
            actor,
            tenant,
            TenantAction.ApproveRetry,
            async scope =>
            {
                await scope.AuditAsync("retry.download", $"batch RB-{batch.Number}", detail, cancellationToken);
                return new RetryExportFile($"RB-{batch.Number}-stage-{batch.Stage}.csv", lines);
            },
            cancellationToken);
    }
}

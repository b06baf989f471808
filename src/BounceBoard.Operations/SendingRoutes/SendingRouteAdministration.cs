using BounceBoard.Core.Addresses;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.SendingRoutes;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>How a tenant's controlled retries leave the house: adds, changes, enables and removes routes. Secrets are kept encrypted and never shown again.</summary>
public sealed class SendingRouteAdministration
{
    private static readonly OperationResult.Refused NotThere = new("There is no such route in this tenant. Load the list again.");

    private readonly RouteTables _tables;
    private readonly RouteKeeping _keeping;
    private readonly DkimPublished _published;
    private readonly IOptions<RetryOptions> _options;
    private readonly AuditedWrite _writes;

    internal SendingRouteAdministration(
        RouteTables tables, RouteKeeping keeping, DkimPublished published, IOptions<RetryOptions> options, AuditedWrite writes) =>
        (_tables, _keeping, _published, _options, _writes) = (tables, keeping, published, options, writes);

    /// <summary>The installation lets tenants send straight to the MX of recipients.</summary>
    public bool AllowsDirect => _options.Value.AllowDirect;

    public async Task<OperationResult<SavedSendingRoute>> AddAsync(
        Actor actor, TenantId tenant, SendingRouteDraft draft, CancellationToken cancellationToken) =>
        await WithWarningAsync(draft, await _writes.InTenantAsync(
            actor, tenant, TenantAction.ManageRoutes, scope => AddAsync(scope, tenant, draft, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>Changes everything but the kind: the next revision, so that approvals and tests of the one before hold no more.</summary>
    public async Task<OperationResult<SavedSendingRoute>> ChangeAsync(
        Actor actor, TenantId tenant, long id, SendingRouteDraft draft, CancellationToken cancellationToken) =>
        await WithWarningAsync(draft, await InRouteAsync<SavedSendingRoute>(actor, tenant, id, async (scope, before) =>
        {
            var kept = draft with { Kind = before.Kind };
            if (await ProblemAsync(tenant, kept, before, cancellationToken) is { } problem)
            {
                return new OperationResult.Refused(problem);
            }
            // Posts to another address are signed with another secret: the one before is known to whoever had the old address.
            var secret = before.Kind == SendingRouteKind.Webhook && before.Webhook != kept.Webhook.Trim() ? SecretToken.New() : null;
            return await ChangeAsync(scope, tenant, before, _keeping.Row(tenant, id, kept, before, secret, scope.Now), secret, cancellationToken);
        }, cancellationToken), cancellationToken);

    /// <summary>A new secret for a webhook; the old one signs nothing from now on.</summary>
    public Task<OperationResult<SavedSendingRoute>> RenewSecretAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        InRouteAsync<SavedSendingRoute>(actor, tenant, id, async (scope, before) =>
        {
            if (before.Kind != SendingRouteKind.Webhook)
            {
                return new OperationResult.Refused("Only the posts of a webhook are signed with a secret.");
            }
            var secret = SecretToken.New();
            return await ChangeAsync(scope, tenant, before, _keeping.Resealed(tenant, before, secret), secret, cancellationToken);
        }, cancellationToken);

    /// <summary>Nothing is sent over a disabled route.</summary>
    public Task<OperationResult<Unit>> EnableAsync(Actor actor, TenantId tenant, long id, bool enabled, CancellationToken cancellationToken) =>
        InRouteAsync<Unit>(actor, tenant, id, async (scope, route) =>
        {
            if (!await _tables.Writer.TryEnableAsync(tenant, id, enabled, scope.Transaction, cancellationToken))
            {
                return new OperationResult.Refused($"This route is {(enabled ? "enabled" : "disabled")} already. Load the list again.");
            }
            await scope.AuditAsync(enabled ? "sending-route.enable" : "sending-route.disable", Object(route), Detail(route), cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>Removes a route that no unfinished batch needs.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        InRouteAsync<Unit>(actor, tenant, id, async (scope, route) =>
        {
            if (!await _tables.Writer.TryRemoveAsync(tenant, id, scope.Transaction, cancellationToken))
            {
                var number = await _tables.Writer.UserAsync(tenant, id, scope.Transaction, cancellationToken);
                return new OperationResult.Refused($"{route.Name} cannot be removed: the batch RB-{number} needs it. Let it end or cancel it first, or disable the route.");
            }
            await scope.AuditAsync("sending-route.remove", Object(route), Detail(route), cancellationToken);
            return new Unit();
        }, cancellationToken);

    private async Task<OperationResult<SavedSendingRoute>> AddAsync(
        WriteScope scope, TenantId tenant, SendingRouteDraft draft, CancellationToken cancellationToken)
    {
        if (await ProblemAsync(tenant, draft, null, cancellationToken) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        var (id, secret) = (RowIds.Next(scope.Now), draft.Kind == SendingRouteKind.Webhook ? SecretToken.New() : null);
        var row = _keeping.Row(tenant, id, draft, null, secret, scope.Now);
        await _tables.Writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
        await scope.AuditAsync("sending-route.add", Object(row), Detail(row), cancellationToken);
        return new SavedSendingRoute(id, secret, null);
    }

    private async Task<OperationResult<SavedSendingRoute>> ChangeAsync(
        WriteScope scope, TenantId tenant, SendingRouteRow before, SendingRouteRow row, string? secret, CancellationToken cancellationToken)
    {
        if (!await _tables.Writer.TryChangeAsync(tenant, row, scope.Transaction, cancellationToken))
        {
            return new OperationResult.Refused("Somebody changed this route meanwhile. Load the list again.");
        }
        await scope.AuditAsync("sending-route.change", Object(before), $"{Detail(before)} -> {Detail(row)}", cancellationToken);
        return new SavedSendingRoute(row.Id, secret, null);
    }

    private async Task<string?> ProblemAsync(TenantId tenant, SendingRouteDraft draft, SendingRouteRow? before, CancellationToken cancellationToken)
    {
        var domains = await _tables.Domains.ListAsync(tenant, cancellationToken);
        var pools = await _tables.Pools.ListAsync(tenant, cancellationToken);
        var side = new TenantSide([.. domains.Select(row => DomainName.Parse(row.Name))], [.. pools.Select(pool => pool.Name)], AllowsDirect);
        return SendingRouteCheck.Problem(draft, before, await _tables.Routes.ListAsync(tenant, cancellationToken), side);
    }

    // Asked after the write: a resolver that is slow must not hold the tenant's turn.
    private async Task<OperationResult<SavedSendingRoute>> WithWarningAsync(
        SendingRouteDraft draft, OperationResult<SavedSendingRoute> result, CancellationToken cancellationToken) =>
        result.TryGet(out var saved) && draft.DkimKey.Trim().Length > 0 && draft.Kind is SendingRouteKind.Submission or SendingRouteKind.Direct
            ? saved with { Warning = await _published.WarningAsync(draft.DkimKey, draft.DkimDomain.Trim(), draft.DkimSelector.Trim(), cancellationToken) }
            : result;

    private Task<OperationResult<T>> InRouteAsync<T>(
        Actor actor, TenantId tenant, long id, Func<WriteScope, SendingRouteRow, Task<OperationResult<T>>> change, CancellationToken cancellationToken) =>
        _writes.InTenantAsync<T>(
            actor,
            tenant,
            TenantAction.ManageRoutes,
            async scope => await _tables.Routes.FindAsync(tenant, id, cancellationToken) is { } row ? await change(scope, row) : NotThere,
            cancellationToken);

    private static string Object(SendingRouteRow row) => $"sending route {row.Name}";

    private static string Detail(SendingRouteRow row) => RouteWords.ForAudit(row);
}

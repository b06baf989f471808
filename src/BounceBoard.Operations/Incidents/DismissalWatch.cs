using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Opens dismissed incidents again when what they waited for has come.</summary>
public sealed class DismissalWatch : ITenantWork
{
    private const int PageSize = 200;

    private readonly DueIncidentReader _due;
    private readonly DismissalReader _dismissals;
    private readonly HandMoves _moves;
    private readonly AuditedWrite _writes;
    private readonly ChangeFeed _changes;
    private readonly TimeProvider _time;

    internal DismissalWatch(
        DueIncidentReader due, DismissalReader dismissals, HandMoves moves, AuditedWrite writes, ChangeFeed changes, TimeProvider time) =>
        (_due, _dismissals, _moves, _writes, _changes, _time) = (due, dismissals, moves, writes, changes, time);

    public string Name => "dismissals";

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => _due.TenantsWithDismissedAsync(cancellationToken);

    /// <summary>Looks at all of the tenant's: they are few, each one laid aside by a person. Several nodes may do so at once, the move is a compare-and-set.</summary>
    /// <returns>What was opened; a second slice finds nothing more.</returns>
    public async Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (opened, after) = (0, 0L);
        IReadOnlyList<DismissalRow> page;
        do
        {
            page = await _dismissals.WaitingAsync(tenant, after, PageSize, cancellationToken);
            foreach (var row in page)
            {
                opened += await TryOpenAsync(tenant, row, cancellationToken) ? 1 : 0;
                after = row.IncidentId;
            }
        }
        while (page.Count == PageSize);
        return new Slice(opened, opened);
    }

    /// <summary>Looks at every tenant's dismissals now.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken) => TenantRounds.RunAsync(this, cancellationToken);

    private async Task<bool> TryOpenAsync(TenantId tenant, DismissalRow row, CancellationToken cancellationToken)
    {
        if (!row.Dismissal.IsMet(await _dismissals.SinceAsync(tenant, row, cancellationToken), _time.GetUtcNow()))
        {
            return false;
        }
        var result = await _writes.InTenantAsync<Unit>(
            Actor.System,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var moved = await _moves.MoveAsync(tenant, row.IncidentId, IncidentEvent.ConditionMet, scope, cancellationToken);
                if (!moved.TryGet(out var incident))
                {
                    return new OperationResult.Refused(moved.Problem ?? "");
                }
                await scope.AuditAsync("incident.reopen", $"incident {incident.Number}", $"Dismissed -> Open: was dismissed {row.Dismissal}", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        _changes.PublishIncidents(tenant, result);
        return result is OperationResult<Unit>.Done;
    }
}

using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;

namespace BounceBoard.Operations.Incidents;

/// <summary>Opens a closed incident again by hand.</summary>
public sealed class IncidentReopening
{
    private readonly HandMoves _moves;
    private readonly AuditedWrite _writes;
    private readonly ChangeFeed _changes;

    internal IncidentReopening(HandMoves moves, AuditedWrite writes, ChangeFeed changes) => (_moves, _writes, _changes) = (moves, writes, changes);

    public async Task<OperationResult<Unit>> ReopenAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken)
    {
        var result = await _writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var moved = await _moves.MoveAsync(tenant, id, IncidentEvent.Reopen, scope, cancellationToken);
                if (!moved.TryGet(out var incident))
                {
                    return new OperationResult.Refused(moved.Problem ?? "");
                }
                await scope.AuditAsync("incident.reopen", $"incident {incident.Number}", $"{incident.State} -> Open", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        _changes.PublishIncidents(tenant, result);
        return result;
    }
}

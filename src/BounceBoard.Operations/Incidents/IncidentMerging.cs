using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>
/// Makes an incident part of another one of the same tenant, and an incident of its own again. While merged, its fingerprint is another name of the other,
/// which counts its refusals, the coming ones too.
/// </summary>
public sealed class IncidentMerging
{
    /// <summary>Refusals that are moved in one transaction; more would hold up every other writer for too long.</summary>
    public const int MostRefusals = 200_000;

    private readonly HandMoves _moves;
    private readonly IncidentReader _incidents;
    private readonly IncidentMergeWriter _writer;
    private readonly AuditedWrite _writes;
    private readonly ChangeFeed _changes;

    internal IncidentMerging(HandMoves moves, IncidentReader incidents, IncidentMergeWriter writer, AuditedWrite writes, ChangeFeed changes) =>
        (_moves, _incidents, _writer, _writes, _changes) = (moves, incidents, writer, writes, changes);

    /// <param name="into">Number of the incident that is to count for both.</param>
    public async Task<OperationResult<Unit>> MergeAsync(Actor actor, TenantId tenant, long id, long into, CancellationToken cancellationToken)
    {
        var result = await _writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                if (await _incidents.FindByNumberAsync(tenant, into, cancellationToken) is not { } target)
                {
                    return new OperationResult.Refused($"There is no incident {into} in this tenant.");
                }
                if (Problem(await _incidents.FindAsync(tenant, id, cancellationToken), target) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var moved = await _moves.MoveAsync(tenant, id, IncidentEvent.Merge, scope, cancellationToken);
                if (!moved.TryGet(out var incident))
                {
                    return new OperationResult.Refused(moved.Problem ?? "");
                }
                await _writer.MergeAsync(tenant, id, target.Id, scope.Now, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "incident.merge", $"incident {incident.Number}", $"{incident.State} -> Merged, {incident.Refusals} refusals into incident {into}", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        _changes.PublishIncidents(tenant, result);
        return result;
    }

    /// <summary>Takes the refusals of its own fingerprint back, those that came since the merge included.</summary>
    public async Task<OperationResult<Unit>> SplitAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken)
    {
        var result = await _writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var moved = await _moves.MoveAsync(tenant, id, IncidentEvent.Split, scope, cancellationToken);
                if (!moved.TryGet(out var incident))
                {
                    return new OperationResult.Refused(moved.Problem ?? "");
                }
                var from = incident.MergedInto ?? throw new InvalidOperationException("A merged incident names the one it is merged into.");
                await _writer.SplitAsync(tenant, id, from, scope.Now, scope.Transaction, cancellationToken);
                await scope.AuditAsync("incident.split", $"incident {incident.Number}", "Merged -> Open", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        _changes.PublishIncidents(tenant, result);
        return result;
    }

    private static string? Problem(IncidentRow? incident, IncidentRow target)
    {
        if (incident is null)
        {
            return HandMoves.NotThere.Message;
        }
        if (incident.Id == target.Id)
        {
            return "An incident cannot be merged into itself. Write the number of another one.";
        }
        if (target.State == IncidentState.Merged)
        {
            return $"Incident {target.Number} is itself merged into another one. Write the number of that.";
        }
        return incident.Refusals > MostRefusals
            ? $"Incident {incident.Number} has {incident.Refusals:N0} refusals; more than {MostRefusals:N0} cannot be moved at once. Merge the other way round."
            : null;
    }
}

using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Moves the state of one incident for a person: only where the machine has a next one, and only if nobody was faster.</summary>
internal sealed class HandMoves(IncidentReader incidents, IncidentMoves moves)
{
    public static OperationResult.Refused NotThere { get; } = new("There is no such incident in this tenant. Load the page again.");

    /// <returns>The incident as it was before, or a refusal.</returns>
    public async Task<OperationResult<IncidentRow>> MoveAsync(
        TenantId tenant, long id, IncidentEvent happened, WriteScope scope, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(tenant, id, cancellationToken) is not { } incident)
        {
            return NotThere;
        }
        return IncidentStateMachine.Next(incident.State, happened) is { } next
            && await moves.TryMoveAsync(tenant, id, incident.State, next, scope.Now, scope.Now, true, scope.Transaction, cancellationToken)
                ? incident
                : new OperationResult.Refused($"Incident {incident.Number} is {Word(incident.State)}. Load the page again.");
    }

    private static string Word(IncidentState state) => state switch
    {
        IncidentState.Open => "open",
        IncidentState.Recovering => "recovering",
        IncidentState.Resolved => "resolved",
        IncidentState.Dismissed => "dismissed",
        IncidentState.Merged => "merged into another one",
    };
}

using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>"I have it": who took note of an incident, and when. It moves no state.</summary>
public sealed class IncidentAcknowledging(IncidentWorkWriter writer, AuditedWrite writes, ChangeFeed changes)
{
    /// <returns>How many it was said of: those that are open and nobody had acknowledged.</returns>
    public async Task<OperationResult<int>> AcknowledgeAsync(
        Actor actor, TenantId tenant, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<int>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var numbers = await writer.AcknowledgeAsync(tenant, ids, actor.Name, scope.Now, scope.Transaction, cancellationToken);
                foreach (var number in numbers)
                {
                    await scope.AuditAsync("incident.acknowledge", $"incident {number}", "", cancellationToken);
                }
                return numbers.Count > 0 ? numbers.Count : new OperationResult.Refused("Nothing to acknowledge: it is closed, or somebody was faster. Load the page again.");
            },
            cancellationToken);
        changes.PublishIncidents(tenant, result);
        return result;
    }
}

using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Incidents;

/// <summary>Gives incidents to a member of the tenant, or to nobody.</summary>
public sealed class IncidentAssigning(MemberReader members, IncidentWorkWriter writer, AuditedWrite writes, ChangeFeed changes)
{
    /// <param name="owner">Id of a member; null for nobody.</param>
    /// <returns>How many changed hands.</returns>
    public async Task<OperationResult<int>> AssignAsync(
        Actor actor, TenantId tenant, IReadOnlyCollection<long> ids, long? owner, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<int>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var member = owner is null ? null : (await members.ListAsync(tenant, cancellationToken)).FirstOrDefault(row => row.UserId == owner);
                if (owner is not null && member is not { DisabledAt: null })
                {
                    return new OperationResult.Refused("This person is no member of the tenant. Load the page again.");
                }
                var numbers = await writer.AssignAsync(tenant, ids, owner, scope.Transaction, cancellationToken);
                foreach (var number in numbers)
                {
                    await scope.AuditAsync("incident.assign", $"incident {number}", member?.Email ?? "nobody", cancellationToken);
                }
                return numbers.Count > 0 ? numbers.Count : new OperationResult.Refused($"Nothing changed: {member?.DisplayName ?? "nobody"} has them already.");
            },
            cancellationToken);
        changes.PublishIncidents(tenant, result);
        return result;
    }
}

using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>A person's verdict beside that of the rules, which go on to speak; each change is a row of its own.</summary>
public sealed class VerdictOverriding(IncidentReader incidents, VerdictOverrideReader overrides, VerdictOverrideWriter writer, AuditedWrite writes, ChangeFeed changes)
{
    /// <summary>Characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <param name="verdict">Null takes the last one back.</param>
    public async Task<OperationResult<Unit>> OverrideAsync(
        Actor actor, TenantId tenant, long incidentId, Verdict? verdict, string reason, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            scope => OverrideAsync(actor, tenant, incidentId, verdict, reason.Trim(), scope, cancellationToken),
            cancellationToken);
        if (result is OperationResult<Unit>.Done)
        {
            changes.Publish(tenant, ChangeKind.Verdicts);
        }
        return result;
    }

    private async Task<OperationResult<Unit>> OverrideAsync(
        Actor actor, TenantId tenant, long incidentId, Verdict? verdict, string reason, WriteScope scope, CancellationToken cancellationToken)
    {
        if (reason.Length is 0 or > LongestReason)
        {
            return new OperationResult.Refused($"Write a reason of 1 to {LongestReason} characters: it stands beside what the rules say.");
        }
        if (await incidents.FindAsync(tenant, incidentId, cancellationToken) is not { } incident)
        {
            return new OperationResult.Refused("There is no such incident in this tenant. Load the page again.");
        }
        var before = await overrides.ListAsync(tenant, incidentId, 1, cancellationToken) is [var last] ? last.Verdict : null;
        if (before == verdict)
        {
            return new OperationResult.Refused(verdict is null ? "No person's verdict is in force." : $"A person has said {verdict} already. Load the page again.");
        }
        var row = new VerdictOverrideRow
        {
            Id = RowIds.Next(scope.Now),
            IncidentId = incidentId,
            Verdict = verdict,
            RulesSaid = incident.Verdict,
            Reason = reason,
            OverriddenBy = actor.Name,
            OverriddenAt = scope.Now,
        };
        await writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
        await scope.AuditAsync("verdict.override", $"incident {incident.Number}", $"{before?.ToString() ?? "rules"} -> {verdict?.ToString() ?? "rules"}: {reason}", cancellationToken);
        return new Unit();
    }
}

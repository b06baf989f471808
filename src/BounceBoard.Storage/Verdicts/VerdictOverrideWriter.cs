using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Verdicts;

/// <summary>Appends people's own verdicts.</summary>
public sealed class VerdictOverrideWriter
{
    public Task AddAsync(TenantId tenant, VerdictOverrideRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO verdict_override (tenant_id, id, incident_id, verdict, rules_said, reason, overridden_by, overridden_at)
            VALUES (@tenant, @Id, @IncidentId, @verdict, @rulesSaid, @Reason, @OverriddenBy, @OverriddenAt)
            """,
            new
            {
                tenant,
                row.Id,
                row.IncidentId,
                verdict = row.Verdict?.ToString(),
                rulesSaid = row.RulesSaid?.ToString(),
                row.Reason,
                row.OverriddenBy,
                row.OverriddenAt,
            },
            cancellationToken);
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Appends dismissals.</summary>
public sealed class DismissalWriter
{
    public Task AddAsync(TenantId tenant, DismissalRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO incident_dismissal (tenant_id, id, incident_id, dismissed_at, dismissed_by, reason, until, until_at, more, verdict_then)
            VALUES (@tenant, @Id, @IncidentId, @DismissedAt, @DismissedBy, @Reason, @until, @UntilAt, @More, @verdictThen)
            """,
            new
            {
                tenant,
                row.Id,
                row.IncidentId,
                row.DismissedAt,
                row.DismissedBy,
                row.Reason,
                until = row.Until.ToString(),
                row.UntilAt,
                row.More,
                verdictThen = row.VerdictThen?.ToString(),
            },
            cancellationToken);
}

using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Verdicts;

/// <summary>Verdicts of a tenant over a time, for its overview.</summary>
public sealed class VerdictSumReader(Database.Database database)
{
    /// <summary>Per verdict in force, of incidents that refused since; a verdict that none has is missing.</summary>
    public Task<IReadOnlyList<VerdictSumRow>> SumsAsync(TenantId tenant, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ListAsync<VerdictSumRow>(
            """
            SELECT i.verdict, COUNT(DISTINCT i.id) AS incidents, COUNT(DISTINCT p.recipient_key) AS people
            FROM incident i
            JOIN incident_person p ON p.tenant_id = i.tenant_id AND p.incident_id = i.id
            WHERE i.tenant_id = @tenant AND i.last_at >= @since AND i.verdict IS NOT NULL AND i.state <> 'Merged' AND p.last_at >= @since
            GROUP BY i.verdict
            ORDER BY i.verdict
            """,
            new { tenant, since },
            cancellationToken);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<VerdictChangeRow>> ChangesAsync(TenantId tenant, DateTimeOffset since, int take, CancellationToken cancellationToken) =>
        database.ListAsync<VerdictChangeRow>(
            """
            SELECT i.number, i.title, v.decided_at, v.verdict, b.verdict AS before
            FROM verdict v
            JOIN incident i ON i.tenant_id = v.tenant_id AND i.id = v.incident_id
            JOIN verdict b ON b.tenant_id = v.tenant_id AND b.id = (
                SELECT MAX(o.id) FROM verdict o WHERE o.tenant_id = v.tenant_id AND o.incident_id = v.incident_id AND o.id < v.id)
            WHERE v.tenant_id = @tenant AND v.id >= @first AND v.verdict <> b.verdict
            ORDER BY v.id DESC
            LIMIT @take
            """,
            new { tenant, first = RowIds.First(since), take },
            cancellationToken);
}

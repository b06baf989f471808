using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Who was refused in an incident's window, each person once however the address is spelled.</summary>
public sealed class RetryCohortReader(Database.Database database)
{
    /// <summary>By recipient key. What is vouched for goes before what came later, so that a forged report cannot take a real one's place.</summary>
    /// <param name="from">Event time, inclusive.</param>
    /// <param name="until">Event time, inclusive.</param>
    public Task<IReadOnlyList<RetryCandidateRow>> ListAsync(
        TenantId tenant, long incidentId, DateTimeOffset from, DateTimeOffset until, int take, CancellationToken cancellationToken) =>
        database.ListAsync<RetryCandidateRow>(
            """
            SELECT w.id AS refusal_id, w.recipient, w.recipient_key, w.recipient_domain AS domain, w.sender, w.pool, w.remote_mta, w.remote_ip, w.sending_ip,
                w.dkim_domain, w.dkim_selector, w.verified, w.occurred_at
            FROM (
                SELECT r.id, r.recipient, r.recipient_key, r.recipient_domain, r.sender, r.pool, r.remote_mta, r.remote_ip, r.sending_ip, r.dkim_domain,
                    r.dkim_selector, r.verified, r.occurred_at,
                    ROW_NUMBER() OVER (PARTITION BY r.recipient_key ORDER BY CASE WHEN r.verified THEN 0 ELSE 1 END, r.occurred_at DESC, r.id DESC) AS place
                FROM refusal r
                WHERE r.tenant_id = @tenant AND r.incident_id = @incidentId AND r.occurred_at >= @from AND r.occurred_at <= @until) w
            WHERE w.place = 1
            ORDER BY w.recipient_key
            LIMIT @take
            """,
            new { tenant, incidentId, from, until, take },
            cancellationToken);
}

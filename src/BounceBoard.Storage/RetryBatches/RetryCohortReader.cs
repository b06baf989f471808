using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Who was refused in an incident's window, each person once however the address is spelled.</summary>
public sealed class RetryCohortReader(Database.Database database)
{
    /// <summary>
    /// By recipient key. What is vouched for goes before what came later, so that a forged report cannot take a real one's place. To be verified takes evidence
    /// that is: whoever got a mail knows its Message-ID, and could name other recipients under it.
    /// </summary>
    /// <param name="from">Event time, inclusive.</param>
    /// <param name="until">Event time, inclusive.</param>
    public Task<IReadOnlyList<RetryCandidateRow>> ListAsync(
        TenantId tenant, long incidentId, DateTimeOffset from, DateTimeOffset until, int take, CancellationToken cancellationToken) =>
        database.ListAsync<RetryCandidateRow>(
            """
            SELECT w.id AS refusal_id, w.recipient, w.recipient_key, w.recipient_domain AS domain, w.sender, w.pool, w.remote_mta, w.remote_ip, w.sending_ip,
                w.dkim_domain, w.dkim_selector, w.verified, w.occurred_at
            FROM (
                SELECT v.id, v.recipient, v.recipient_key, v.recipient_domain, v.sender, v.pool, v.remote_mta, v.remote_ip, v.sending_ip, v.dkim_domain,
                    v.dkim_selector, v.occurred_at, v.verified,
                    ROW_NUMBER() OVER (PARTITION BY v.recipient_key ORDER BY CASE WHEN v.verified THEN 0 ELSE 1 END, v.occurred_at DESC, v.id DESC) AS place
                FROM (
                    SELECT r.id, r.recipient, r.recipient_key, r.recipient_domain, r.sender, r.pool, r.remote_mta, r.remote_ip, r.sending_ip, r.dkim_domain,
                        r.dkim_selector, r.occurred_at,
                        r.verified AND EXISTS (
                            SELECT 1 FROM refusal_evidence l JOIN evidence e ON e.tenant_id = l.tenant_id AND e.id = l.evidence_id
                            WHERE l.tenant_id = @tenant AND l.refusal_id = r.id AND e.verified) AS verified
                    FROM refusal r
                    WHERE r.tenant_id = @tenant AND r.incident_id = @incidentId AND r.occurred_at >= @from AND r.occurred_at <= @until) v) w
            WHERE w.place = 1
            ORDER BY w.recipient_key
            LIMIT @take
            """,
            new { tenant, incidentId, from, until, take },
            cancellationToken);
}

using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Counts the people whom a rule "5xx means suppress" would have purged and this house would not.</summary>
public sealed class SavedAddressReader(Database.Database database)
{
    /// <summary>
    /// People with a permanent (5xx) refusal in an incident whose verdict in force is Retry or Investigate, without those who also have one in an incident
    /// whose verdict is Suppress and whom no controlled retry reached. A person counts once, however spelled and in however many incidents.
    /// </summary>
    public Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.FindAsync<long>(
            """
            SELECT COUNT(*) FROM (
                SELECT p.recipient_key
                FROM incident i
                JOIN incident_person p ON p.tenant_id = i.tenant_id AND p.incident_id = i.id
                WHERE i.tenant_id = @tenant AND i.verdict IS NOT NULL AND i.state <> 'Merged' AND p.permanent > 0
                GROUP BY p.recipient_key
                HAVING MAX(CASE WHEN i.verdict = 'Suppress' THEN 1 ELSE 0 END) = 0
                    OR EXISTS (SELECT 1 FROM retry_attempt a WHERE a.tenant_id = @tenant AND a.recipient_key = p.recipient_key AND a.state = 'Accepted')) saved
            """,
            new { tenant },
            cancellationToken);
}

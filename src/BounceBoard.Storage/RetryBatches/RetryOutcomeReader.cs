using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What controlled retries showed.</summary>
public sealed class RetryOutcomeReader(Database.Database database)
{
    /// <summary>Recipients of the incidents at one scope who were reached, the latest first.</summary>
    public Task<IReadOnlyList<AcceptedRetryRow>> AcceptedAsync(
        TenantId tenant, IncidentScope scope, string scopeName, DateTimeOffset from, int most, CancellationToken cancellationToken) =>
        database.ListAsync<AcceptedRetryRow>(
            """
            SELECT a.recipient, a.recipient_key, a.domain, a.remote_ip, a.pool, a.handed_at, a.settled_at, b.state = 'Halted' AS is_of_halted
            FROM retry_attempt a
            JOIN retry_batch b ON b.tenant_id = a.tenant_id AND b.id = a.batch_id
            WHERE a.tenant_id = @tenant
                AND a.incident_id IN (SELECT i.id FROM incident i WHERE i.tenant_id = @tenant AND i.scope = @scope AND i.scope_name = @scopeName)
                AND a.state = 'Accepted' AND a.handed_at >= @from
            ORDER BY a.handed_at DESC
            LIMIT @most
            """,
            new { tenant, scope = scope.ToString(), scopeName, from, most },
            cancellationToken);
}

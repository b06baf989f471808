using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>The parser's queue.</summary>
public sealed class DueEvidenceReader(Database.Database database)
{
    /// <summary>Tenants with waiting evidence that nobody holds: one probe of an index per tenant, however much waits.</summary>
    public Task<IReadOnlyList<TenantId>> TenantsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A subquery with a LIMIT is asked tenant by tenant; as EXISTS it may become a join over all that waits.
        const string sql = """
            SELECT t.tenant_id
            FROM tenant t
            WHERE t.state <> 'Archived' AND (
                SELECT e.id FROM evidence e
                WHERE e.tenant_id = t.tenant_id AND e.state = 'Received' AND e.lease_until <= @now
                ORDER BY e.id
                LIMIT 1) IS NOT NULL
            ORDER BY t.tenant_id
            """;
        return database.ListAsync<TenantId>(sql, new { now }, cancellationToken);
    }

    /// <summary>The earlier pieces of one log, oldest first, parsed or not: what they tell of its messages is needed to go on after a stop.</summary>
    public async Task<IReadOnlyList<DueEvidenceRow>> ListStreamBeforeAsync(
        TenantId tenant, string stream, int ordinal, int latest, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT tenant_id, id, kind, name, stream, ordinal, verified, received_at, attempts, lease_until
            FROM evidence
            WHERE tenant_id = @tenant AND stream = @stream AND ordinal < @ordinal AND ordinal >= @ordinal - @latest
            ORDER BY ordinal
            """;
        return await database.ListAsync<DueEvidenceRow>(sql, new { tenant, stream, ordinal, latest }, cancellationToken);
    }
}

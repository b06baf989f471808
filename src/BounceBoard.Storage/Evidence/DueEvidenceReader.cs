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

    /// <summary>
    /// The earlier pieces of one log, oldest first, parsed or not: what they tell of its messages is needed to go on after a stop. The very first piece
    /// is among them, because it may name the columns.
    /// </summary>
    /// <param name="most">Pieces at most, besides the first.</param>
    /// <param name="mostBytes">Their bytes at most, but always the last one.</param>
    public async Task<IReadOnlyList<DueEvidenceRow>> ListStreamBeforeAsync(
        TenantId tenant, string stream, int ordinal, int most, long mostBytes, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT tenant_id, id, kind, name, stream, ordinal, verified, received_at, attempts, lease_until, size
            FROM evidence
            WHERE tenant_id = @tenant AND stream = @stream AND ordinal < @ordinal AND (ordinal >= @ordinal - @most OR ordinal = 1)
            ORDER BY ordinal
            """;
        var rows = await database.ListAsync<DueEvidenceRow>(sql, new { tenant, stream, ordinal, most }, cancellationToken);
        var (kept, bytes) = (rows.Count, 0L);
        while (kept > 0 && (kept == rows.Count || bytes + rows[kept - 1].Size <= mostBytes))
        {
            bytes += rows[--kept].Size;
        }
        return [.. rows.Take(Math.Min(kept, 1)), .. rows.Skip(kept)];
    }
}

using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What the batches of a tenant have to do with people: who waits in one, who was tried how often.</summary>
public sealed class RetryHistoryReader(Database.Database database)
{
    /// <param name="since">Tries are counted from here on.</param>
    /// <param name="except">A batch that is not looked at; 0 for none.</param>
    /// <returns>By recipient key; who was never in a batch is missing.</returns>
    public async Task<IReadOnlyDictionary<string, RetryHistoryRow>> FindAsync(
        TenantId tenant, IReadOnlyCollection<string> recipientKeys, DateTimeOffset since, long except, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync<RetryHistoryRow>(
            $"""
            SELECT a.recipient_key,
                COUNT(CASE WHEN a.handed_at >= @since THEN 1 END) AS tries,
                COUNT(CASE WHEN b.ended_at IS NULL AND b.state <> 'Draft' THEN 1 END) AS waiting,
                MAX(CASE WHEN a.state IN ('HandingOver', 'Submitted', 'Accepted', 'InDoubt') THEN a.handed_at END) AS reached_at
            FROM retry_attempt a
            JOIN retry_batch b ON b.tenant_id = a.tenant_id AND b.id = a.batch_id
            WHERE a.tenant_id = @tenant AND a.recipient_key {database.Dialect.AnyOf("@keys")} AND a.batch_id <> @except AND a.state <> 'Skipped'
            GROUP BY a.recipient_key
            """,
            new { tenant, keys = database.Dialect.List(recipientKeys), since, except },
            cancellationToken);
        return rows.ToDictionary(row => row.RecipientKey, StringComparer.Ordinal);
    }
}

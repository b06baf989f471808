using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Attempts of one tenant's batches.</summary>
public sealed class RetryAttemptReader(Database.Database database)
{
    private const string Columns = RetryAttemptColumns.All;

    public Task<RetryAttemptRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<RetryAttemptRow>(
            $"""SELECT {Columns} FROM retry_attempt WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);

    /// <summary>In the order of sending.</summary>
    /// <param name="after">Stage and position of the last row of the page before; (0, 0) for the first page.</param>
    public Task<IReadOnlyList<RetryAttemptRow>> ListAsync(
        TenantId tenant, long batchId, (int Stage, int Position) after, int take, CancellationToken cancellationToken) =>
        database.ListAsync<RetryAttemptRow>(
            $"""
            SELECT {Columns}
            FROM retry_attempt
            WHERE tenant_id = @tenant AND batch_id = @batchId AND (stage > @stage OR (stage = @stage AND position > @position))
            ORDER BY stage, position
            LIMIT @take
            """,
            new { tenant, batchId, stage = after.Stage, position = after.Position, take },
            cancellationToken);

    /// <summary>How many attempts of each stage are in each state.</summary>
    public Task<IReadOnlyList<RetryTally>> TalliesAsync(TenantId tenant, IReadOnlyCollection<long> batchIds, CancellationToken cancellationToken) =>
        database.ListAsync<RetryTally>(
            $"""
            SELECT batch_id, stage, state, COUNT(*) AS people
            FROM retry_attempt
            WHERE tenant_id = @tenant AND batch_id {database.Dialect.AnyOf("@ids")}
            GROUP BY batch_id, stage, state
            """,
            new { tenant, ids = database.Dialect.List(batchIds) },
            cancellationToken);

    /// <returns>The SMTP conversation without secrets; null when there was none or it is no longer kept.</returns>
    public Task<string?> TranscriptAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<string>(
            """SELECT transcript FROM retry_attempt WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);
}

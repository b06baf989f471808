using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Counts mails that are handed over, so that a limit is a compare-and-set and holds however many send at once.</summary>
public sealed class RetryCountWriter
{
    /// <summary>One more mail of that day, unless the limit is reached. The row stays locked until the transaction ends.</summary>
    /// <param name="tenant">The installation for <see cref="RetryCountKind.Installation"/>.</param>
    /// <param name="at">Some time of the day, UTC.</param>
    /// <param name="key">Domain or route; empty for the others.</param>
    public async Task<bool> TryRaiseAsync(
        TenantId tenant, DateTimeOffset at, RetryCountKind kind, string key, int limit, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO retry_count (tenant_id, day, kind, key, sent) VALUES (@tenant, @day, @kind, @key, 1)
            ON CONFLICT (tenant_id, day, kind, key) DO UPDATE SET sent = retry_count.sent + 1 WHERE retry_count.sent < @limit
            """;
        return limit > 0 && await transaction.ExecuteAsync(
            sql, new { tenant, day = RetryCountReader.DayOf(at), kind = kind.ToString(), key, limit }, cancellationToken) == 1;
    }

    /// <summary>Takes one back that was counted in this transaction.</summary>
    public Task LowerAsync(
        TenantId tenant, DateTimeOffset at, RetryCountKind kind, string key, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE retry_count SET sent = sent - 1 WHERE tenant_id = @tenant AND day = @day AND kind = @kind AND key = @key""",
            new { tenant, day = RetryCountReader.DayOf(at), kind = kind.ToString(), key },
            cancellationToken);

    /// <summary>Mails that one person was handed since then, by any batch of the tenant.</summary>
    public Task<int> TriesAsync(
        TenantId tenant, string recipientKey, DateTimeOffset since, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<int>(
            """SELECT COUNT(*) FROM retry_attempt WHERE tenant_id = @tenant AND recipient_key = @recipientKey AND handed_at >= @since""",
            new { tenant, recipientKey, since },
            cancellationToken);
}

using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>How many mails a day had.</summary>
public sealed class RetryCountReader(Database.Database database)
{
    private const long Day = 86_400_000;

    /// <param name="tenant">The installation for <see cref="RetryCountKind.Installation"/>.</param>
    /// <param name="at">Some time of the day, UTC.</param>
    /// <param name="key">Domain or route; empty for the others.</param>
    public Task<int> SentAsync(TenantId tenant, DateTimeOffset at, RetryCountKind kind, string key, CancellationToken cancellationToken) =>
        database.FindAsync<int>(
            """SELECT sent FROM retry_count WHERE tenant_id = @tenant AND day = @day AND kind = @kind AND key = @key""",
            new { tenant, day = DayOf(at), kind = kind.ToString(), key },
            cancellationToken);

    /// <summary>Start of the day, unix milliseconds.</summary>
    internal static long DayOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / Day * Day;
}

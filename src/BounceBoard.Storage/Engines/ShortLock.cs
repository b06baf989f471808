using System.Data.Common;
using BounceBoard.Storage.Database;
using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>
/// Changes tables that others read and write meanwhile. Such a lock makes everybody wait who comes after it, so it is asked for a moment only,
/// given up, and asked for again.
/// </summary>
internal static class ShortLock
{
    private const int Attempts = 30;

    // PostgreSQL manual, appendix A: lock_not_available, deadlock_detected.
    private static bool IsHeldUp(PostgresException fault) => fault.SqlState is "55P03" or "40P01";

    /// <summary>Runs <paramref name="work"/> in a transaction in which no lock is waited for longer than a quarter of a second.</summary>
    /// <returns>False when the locks could not be had in many attempts; nothing was changed.</returns>
    public static async Task<bool> TryAsync(Database.Database database, Func<DbTransaction, Task> work, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                await database.WriteAsync(
                    Turn.Open,
                    async transaction =>
                    {
                        await transaction.ExecuteAsync("SET LOCAL lock_timeout = '250ms'", new { }, cancellationToken);
                        await work(transaction);
                    },
                    cancellationToken);
                return true;
            }
            catch (PostgresException fault) when (IsHeldUp(fault))
            {
                // Those who had to wait go first.
                await Task.Delay(Random.Shared.Next(200, 1000), cancellationToken);
            }
        }
        return false;
    }
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Stops all sending of one tenant, or of the installation, and lets it go on.</summary>
public sealed class SendingStopWriter
{
    /// <param name="tenant">The installation for all tenants.</param>
    /// <returns>False when it was stopped already: who stopped it first, and why, stays.</returns>
    public async Task<bool> StopAsync(
        TenantId tenant, string by, string reason, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO sending_stop (tenant_id, stopped_at, stopped_by, reason) VALUES (@tenant, @now, @by, @reason)
            ON CONFLICT (tenant_id) DO NOTHING
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, now, by, reason }, cancellationToken) == 1;
    }

    /// <returns>False when it was not stopped.</returns>
    public async Task<bool> ResumeAsync(TenantId tenant, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync("""DELETE FROM sending_stop WHERE tenant_id = @tenant""", new { tenant }, cancellationToken) == 1;
}

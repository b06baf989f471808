using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What a tenant allows its retries.</summary>
public sealed class RetrySettingReader(Database.Database database)
{
    /// <returns>The defaults when the tenant never said anything.</returns>
    public async Task<RetrySettingRow> ReadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await database.FindAsync<RetrySettingRow>(
            """
            SELECT four_eyes, four_eyes_above, per_person, per_person_days, per_domain_day, per_day, rate_per_minute, hours_from, hours_until, hours_zone,
                observe_minutes, approval_minutes, approve_each_stage
            FROM retry_setting
            WHERE tenant_id = @tenant
            """,
            new { tenant },
            cancellationToken) ?? new RetrySettingRow();
}

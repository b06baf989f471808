using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Keeps what a tenant allows its retries.</summary>
public sealed class RetrySettingWriter
{
    public Task SaveAsync(TenantId tenant, RetrySettingRow setting, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO retry_setting (tenant_id, four_eyes, four_eyes_above, per_person, per_person_days, per_domain_day, per_day, rate_per_minute, hours_from,
                hours_until, hours_zone, observe_minutes, approval_minutes, approve_each_stage)
            VALUES (@tenant, @fourEyes, @FourEyesAbove, @PerPerson, @PerPersonDays, @PerDomainDay, @PerDay, @RatePerMinute, @HoursFrom,
                @HoursUntil, @HoursZone, @ObserveMinutes, @ApprovalMinutes, @ApproveEachStage)
            ON CONFLICT (tenant_id) DO UPDATE SET four_eyes = excluded.four_eyes, four_eyes_above = excluded.four_eyes_above,
                per_person = excluded.per_person, per_person_days = excluded.per_person_days, per_domain_day = excluded.per_domain_day,
                per_day = excluded.per_day, rate_per_minute = excluded.rate_per_minute, hours_from = excluded.hours_from,
                hours_until = excluded.hours_until, hours_zone = excluded.hours_zone, observe_minutes = excluded.observe_minutes,
                approval_minutes = excluded.approval_minutes, approve_each_stage = excluded.approve_each_stage
            """;
        var parameters = new
        {
            tenant,
            fourEyes = setting.FourEyes.ToString(),
            setting.FourEyesAbove,
            setting.PerPerson,
            setting.PerPersonDays,
            setting.PerDomainDay,
            setting.PerDay,
            setting.RatePerMinute,
            setting.HoursFrom,
            setting.HoursUntil,
            setting.HoursZone,
            setting.ObserveMinutes,
            setting.ApprovalMinutes,
            setting.ApproveEachStage,
        };
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);
    }
}

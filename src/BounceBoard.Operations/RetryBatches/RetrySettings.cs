using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Saves what a tenant allows its retries.</summary>
public sealed class RetrySettings(RetrySettingWriter settings, RetrySettingReader before, AuditedWrite writes, ChangeFeed changes)
{
    private const int Week = 7 * 24 * 60;

    public async Task<OperationResult> SaveAsync(Actor actor, TenantId tenant, RetrySettingRow setting, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                if (Problem(setting) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var was = await before.ReadAsync(tenant, cancellationToken);
                await settings.SaveAsync(tenant, setting, scope.Transaction, cancellationToken);
                await scope.AuditAsync("retry.settings", "retries", $"{Words(was)} -> {Words(setting)}", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        changes.Publish(tenant, ChangeKind.Retries);
        return result.WithoutValue();
    }

    /// <returns>The first thing that is wrong, for a person; null when nothing is.</returns>
    public static string? Problem(RetrySettingRow setting) =>
        Between("Recipients above which four eyes are asked for", setting.FourEyesAbove, 1, 10_000)
        ?? Between("Tries of one person", setting.PerPerson, 1, 10)
        ?? Between("Days in which they are counted", setting.PerPersonDays, 1, 90)
        ?? Between("Mails to one domain in a day", setting.PerDomainDay, 1, 100_000)
        ?? Between("Mails in a day", setting.PerDay, 1, 100_000)
        ?? Between("Mails per minute", setting.RatePerMinute, 1, 1_000)
        ?? Between("Minutes of observation", setting.ObserveMinutes, 1, Week)
        ?? Between("Minutes that an approval is waited for", setting.ApprovalMinutes, 5, Week)
        ?? RetryLimitsChoice.HoursProblem(setting.HoursFrom, setting.HoursUntil, setting.HoursZone);

    private static string? Between(string what, int value, int least, int most) => value >= least && value <= most
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{what}: {least:N0} to {most:N0} are possible, {value:N0} is not.");

    private static string Words(RetrySettingRow setting) => string.Create(
        CultureInfo.InvariantCulture,
        $"four eyes {setting.FourEyes} {setting.FourEyesAbove}, {setting.PerPerson} tries in {setting.PerPersonDays} d, {setting.PerDomainDay} a domain and {setting.PerDay} " +
        $"in all a day, {setting.RatePerMinute} a minute, hours {setting.HoursFrom}-{setting.HoursUntil} {setting.HoursZone}, observe {setting.ObserveMinutes} min, " +
        $"approve in {setting.ApprovalMinutes} min, {(setting.ApproveEachStage ? "each step" : "once")}");
}

using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.RetryBatches;

/// <summary>What a tenant allows, and what a person says became of a mail.</summary>
public sealed class RetrySettlingTests
{
    [Fact]
    public async Task Settings_OutOfBounds_RefusedWithTheBounds()
    {
        await using var house = await RetryHouse.OpenAsync(1);
        var admin = await house.MemberAsync("admin", TenantRole.Admin);
        var settings = house.Get<RetrySettings>();

        Assert.Contains("1 to 10", (await settings.SaveAsync(admin, house.Tenant, new RetrySettingRow { PerPerson = 0 }, default)).Problem, StringComparison.Ordinal);
        Assert.NotNull((await settings.SaveAsync(admin, house.Tenant, new RetrySettingRow { HoursFrom = 60 }, default)).Problem);
        Assert.NotNull((await settings.SaveAsync(house.Requester, house.Tenant, new RetrySettingRow(), default)).Problem);
        var wanted = new RetrySettingRow { FourEyes = FourEyes.Always, PerDay = 7, HoursFrom = 60, HoursUntil = 30, HoursZone = "Europe/Berlin", ApproveEachStage = false };
        Assert.Null((await settings.SaveAsync(admin, house.Tenant, new RetrySettingRow(), default)).Problem);
        Assert.Null((await settings.SaveAsync(admin, house.Tenant, wanted, default)).Problem);
        Assert.Equal(wanted, await house.Get<RetrySettingReader>().ReadAsync(house.Tenant, default));
    }

    [Fact]
    public async Task InDoubt_SettledByAPerson_OnceWithANoteAndTheIncidentIsDue()
    {
        await using var house = await RetryHouse.OpenAsync();
        var batch = await house.RequestAsync();
        var attempt = (await house.Get<RetryAttemptReader>().ListAsync(house.Tenant, batch.Id, (0, 0), 1, default))[0];
        var settling = house.Get<InDoubtSettling>();
        Assert.NotNull((await settling.SettleAsync(house.Requester, house.Tenant, attempt.Id, true, "asked", default)).Problem);
        await house.Intake.Database.RunAsync($"UPDATE retry_attempt SET state = 'InDoubt', handed_at = 1 WHERE id = {attempt.Id}");

        Assert.NotNull((await settling.SettleAsync(house.Requester, house.Tenant, attempt.Id, true, "", default)).Problem);
        Assert.NotNull((await settling.SettleAsync(house.Approver, house.Tenant, attempt.Id, true, "asked", default)).Problem);
        Assert.Equal(AttemptState.Accepted, Value(await settling.SettleAsync(house.Requester, house.Tenant, attempt.Id, true, "they have it", default)));
        Assert.NotNull((await settling.SettleAsync(house.Requester, house.Tenant, attempt.Id, false, "no", default)).Problem);

        var settled = await house.Get<RetryAttemptReader>().FindAsync(house.Tenant, attempt.Id, default);
        Assert.Equal((OutcomeSource.Person, house.Requester.Name, "they have it"), (settled!.OutcomeSource, settled.SettledBy, settled.Remark));
        var line = (await house.Get<AuditReader>().ListAsync(house.Tenant, AuditFilter.All, 100, null, default)).First(line => line.Action == "retry.settle");
        Assert.DoesNotContain("person", line.Object, StringComparison.OrdinalIgnoreCase);
    }
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Installations;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.Audit;

public sealed class AuditedWriteTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private AuditedWrite Writes => _house.Get<AuditedWrite>();

    [Fact]
    public async Task InTenantAsync_WorkThrowsAfterTheAuditLine_BothAreGone()
    {
        var tenant = await _house.TenantAsync("acme");
        var before = await _house.AuditAsync(tenant);
        await Assert.ThrowsAsync<TimeoutException>(() => Writes.InTenantAsync<Unit>(
            Actor.System,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                await _house.Get<TenantWriter>().RenameAsync(tenant, "changed", "Changed", scope.Transaction, default);
                await scope.AuditAsync("tenant.rename", "tenant", "", default);
                throw new TimeoutException();
            },
            default));
        Assert.Equal("acme", (await _house.Get<TenantReader>().FindAsync(tenant, default))!.Slug);
        Assert.Equal(before.Count, (await _house.AuditAsync(tenant)).Count);
    }

    [Fact]
    public async Task InTenantAsync_ChangeWithoutAuditLine_IsRolledBack()
    {
        var tenant = await _house.TenantAsync("acme");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writes.InTenantAsync<Unit>(
            Actor.System,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                await _house.Get<TenantWriter>().RenameAsync(tenant, "changed", "Changed", scope.Transaction, default);
                return new Unit();
            },
            default));
        Assert.Equal("acme", (await _house.Get<TenantReader>().FindAsync(tenant, default))!.Slug);
    }

    [Fact]
    public async Task InTenantAsync_AuditCannotBeWritten_NoChangeEither()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.Database.RefuseRowsAsync("audit", "NEW.action IS NOT NULL");
        await Assert.ThrowsAnyAsync<DbException>(() =>
            _house.Get<Operations.Tenants.TenantAdministration>().RenameAsync(Actor.System, tenant, "changed", "Changed", default));
        Assert.Equal("acme", (await _house.Get<TenantReader>().FindAsync(tenant, default))!.Slug);
    }

    [Fact]
    public async Task VerifyAllAsync_Untouched_EveryChainHolds()
    {
        await _house.TenantAsync("acme");
        await _house.PersonAsync("someone", InstallationRole.Owner);
        var reports = await _house.Get<AuditVerification>().VerifyAllAsync(default);
        Assert.Equal(["installation", "acme"], reports.Select(report => report.Name));
        Assert.All(reports, report => Assert.Null(report.Fault));
        Assert.Equal(3, reports[0].Rows);
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'nothing happened' WHERE tenant_id = @tenant AND seq = 2", 2)]
    [InlineData("DELETE FROM audit WHERE tenant_id = @tenant AND seq = 2", 3)]
    [InlineData("UPDATE audit SET seq = 9 WHERE tenant_id = @tenant AND seq = 3", 9)]
    public async Task VerifyAsync_TamperedBehindTheTrigger_SaysTheLine(string tampering, long line)
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.MemberAsync("one", tenant, TenantRole.Viewer);
        await _house.MemberAsync("two", tenant, TenantRole.Viewer);
        await Assert.ThrowsAnyAsync<DbException>(() => _house.Database.RunAsync(tampering.Replace("@tenant", tenant.ToString(), StringComparison.Ordinal)));
        await _house.Database.UnlockAuditAsync();
        await _house.Database.RunAsync(tampering.Replace("@tenant", tenant.ToString(), StringComparison.Ordinal));
        var report = await _house.Get<AuditVerification>().VerifyAsync(tenant, default);
        Assert.Equal(line, report.Fault!.Seq);
        Assert.Null((await _house.Get<AuditVerification>().VerifyAsync(TenantId.Installation, default)).Fault);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}

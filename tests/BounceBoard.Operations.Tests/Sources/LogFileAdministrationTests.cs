using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Sources;

public sealed class LogFileAdministrationTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private LogFileAdministration Logs => _house.Get<LogFileAdministration>();

    [Fact]
    public async Task AddAsync_FileThatWillExist_FollowedAndAudited()
    {
        var tenant = await _house.TenantAsync("acme");
        var row = Value(await AddAsync(tenant, At("mail.log")));
        Assert.Equal(row.Id, Assert.Single(await _house.Get<FollowedLogReader>().ListAllAsync(false, default)).SourceId);
        Assert.Equal("source.add", (await _house.AuditAsync(tenant))[0].Action);
        Value(await Logs.RemoveAsync(Actor.System, tenant, row.Id, default));
        Assert.Empty(await _house.Get<FollowedLogReader>().ListAllAsync(true, default));
        Assert.Null(await _house.Get<SourceReader>().FindAsync(tenant, row.Id, default));
    }

    [Fact]
    public async Task AddAsync_WhatCannotBeFollowed_SaysWhy()
    {
        var tenant = await _house.TenantAsync("acme");
        await File.WriteAllBytesAsync(At("old.gz"), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        File.CreateSymbolicLink(At("into-data"), Path.Combine(_house.DataDirectory, "bounceboard.db"));
        foreach (var (path, why) in new[]
        {
            ("mail.log", "absolute"), (_house.Folder, "a folder"), (At("none/mail.log"), "no folder"), ("/dev/null", "no regular file"),
            (At("old.gz"), "compressed"), (Path.Combine(_house.DataDirectory, "bounceboard.db"), "data directory"), (At("into-data"), "data directory"),
        })
        {
            Assert.Contains(why, (await AddAsync(tenant, path)).Problem, StringComparison.Ordinal);
        }
        Assert.Empty(await _house.Get<FollowedLogReader>().ListAllAsync(true, default));
    }

    [Fact]
    public async Task AddAsync_FollowedOrWatchedByAnotherTenant_RefusedAlsoThroughALink()
    {
        var (tenant, other) = (await _house.TenantAsync("acme"), await _house.TenantAsync("other"));
        await File.WriteAllTextAsync(At("mail.log"), "");
        File.CreateSymbolicLink(At("link.log"), At("mail.log"));
        Value(await AddAsync(tenant, At("mail.log")));
        foreach (var path in new[] { At("mail.log"), At("link.log"), At("./mail.log") })
        {
            Assert.Contains("followed already", (await AddAsync(other, path)).Problem, StringComparison.Ordinal);
        }

        var folder = Directory.CreateDirectory(At("in")).FullName;
        Value(await _house.Get<SourceAdministration>().AddDropFolderAsync(Actor.System, tenant, "drop", folder, default));
        Assert.Contains("drop folder", (await AddAsync(other, Path.Combine(folder, "mail.log"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddDropFolderAsync_AroundAFollowedLog_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var folder = Directory.CreateDirectory(At("logs")).FullName;
        Value(await AddAsync(tenant, Path.Combine(folder, "mail.log")));
        Assert.Contains("followed log", (await _house.Get<SourceAdministration>().AddDropFolderAsync(Actor.System, tenant, "drop", folder, default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_TenantAdmin_MayNotNameAFileOfTheMachine()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        var owner = await _house.PersonAsync("owner", InstallationRole.Owner);
        Assert.Contains("Only an owner", (await Logs.AddAsync(admin, tenant, "log", At("mail.log"), true, false, default)).Problem, StringComparison.Ordinal);
        Value(await Logs.AddAsync(owner, tenant, "log", At("mail.log"), true, false, default));
    }

    [Fact]
    public async Task RemoveAsync_ForeignOrOtherSource_Refused()
    {
        var (tenant, other) = (await _house.TenantAsync("acme"), await _house.TenantAsync("other"));
        var foreign = Value(await AddAsync(other, At("mail.log")));
        var upload = await _house.Get<SourceReader>().FindByNameAsync(tenant, DefaultSources.Upload, default);
        Assert.NotNull((await Logs.RemoveAsync(Actor.System, tenant, foreign.Id, default)).Problem);
        Assert.NotNull((await Logs.RemoveAsync(Actor.System, tenant, upload!.Id, default)).Problem);
        Assert.Null(await _house.Get<FollowedLogs>().LookAsync(tenant, foreign.Id, default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private string At(string name) => Path.Combine(_house.Folder, name);

    private Task<OperationResult<SourceRow>> AddAsync(TenantId tenant, string path) => Logs.AddAsync(Actor.System, tenant, "log", path, true, false, default);
}

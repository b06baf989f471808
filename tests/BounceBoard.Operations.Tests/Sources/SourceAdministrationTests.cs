using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Sources;

public sealed class SourceAdministrationTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private SourceAdministration Sources => _house.Get<SourceAdministration>();

    [Fact]
    public async Task AddDropFolderAsync_GoodFolder_WatchedAndAudited()
    {
        var tenant = await _house.TenantAsync("acme");
        var row = Value(await Sources.AddDropFolderAsync(Actor.System, tenant, "logs", Folder("in"), default));
        Assert.Equal(row.Id, Assert.Single(await _house.Get<SourceReader>().ListDropFoldersAsync(false, default)).Id);
        Assert.Equal("source.add", (await _house.AuditAsync(tenant))[0].Action);
        Value(await Sources.RemoveDropFolderAsync(Actor.System, tenant, row.Id, default));
        Assert.Empty(await _house.Get<SourceReader>().ListDropFoldersAsync(true, default));
    }

    [Fact]
    public async Task AddDropFolderAsync_RelativeMissingOrOwnData_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var link = Path.Combine(_house.Folder, "link");
        Directory.CreateSymbolicLink(link, _house.DataDirectory);
        foreach (var folder in (string[])["in", Path.Combine(_house.Folder, "missing"), _house.DataDirectory, _house.Folder, Path.Combine(link, "keys"), link])
        {
            Assert.NotNull((await Sources.AddDropFolderAsync(Actor.System, tenant, "logs", folder, default)).Problem);
        }
        Assert.Empty(await _house.Get<SourceReader>().ListDropFoldersAsync(true, default));
    }

    [Fact]
    public async Task AddDropFolderAsync_UsedByAnotherTenant_RefusedAlsoThroughALinkOrInside()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var inside = Folder("in/side");
        Value(await Sources.AddDropFolderAsync(Actor.System, tenant, "logs", Folder("in"), default));
        var link = Path.Combine(_house.Folder, "link");
        Directory.CreateSymbolicLink(link, Folder("in"));
        foreach (var folder in (string[])[Folder("in"), Folder("in") + "/", inside, link])
        {
            Assert.Contains("contain each other", (await Sources.AddDropFolderAsync(Actor.System, other, "theirs", folder, default)).Problem, StringComparison.Ordinal);
        }
        Value(await Sources.AddDropFolderAsync(Actor.System, other, "theirs", Folder("in-2"), default));
    }

    [Fact]
    public async Task AddDropFolderAsync_TenantAdmin_MayNotNameAFolderOfTheMachine()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        var owner = await _house.PersonAsync("owner", InstallationRole.Owner);
        Assert.NotNull((await Sources.AddDropFolderAsync(admin, tenant, "logs", Folder("in"), default)).Problem);
        Value(await Sources.AddDropFolderAsync(owner, tenant, "logs", Folder("in"), default));
    }

    [Fact]
    public async Task RemoveDropFolderAsync_DefaultOrForeignSource_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var foreign = Value(await Sources.AddDropFolderAsync(Actor.System, other, "logs", Folder("in"), default));
        var upload = await _house.Get<SourceReader>().FindByNameAsync(tenant, DefaultSources.Upload, default);
        Assert.NotNull((await Sources.RemoveDropFolderAsync(Actor.System, tenant, upload!.Id, default)).Problem);
        Assert.NotNull((await Sources.RemoveDropFolderAsync(Actor.System, tenant, foreign.Id, default)).Problem);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_house.Folder, name)).FullName;
}

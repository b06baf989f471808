using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Tenants;

public sealed class TenantAdministrationTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private TenantAdministration Administration => _house.Get<TenantAdministration>();

    [Fact]
    public async Task AddAsync_NewTenant_HasSourcesAndAuditInBothLogs()
    {
        var tenant = Value(await Administration.AddAsync(Actor.Cli, "acme", " Acme ", default));
        Assert.Equal("Acme", tenant.Name);
        var sources = await _house.Get<SourceReader>().ListAsync(tenant.Id, default);
        Assert.Equal([SourceKind.Api, SourceKind.Cli, SourceKind.Upload], sources.Select(source => source.Kind));
        Assert.Equal("tenant.add", Assert.Single(await _house.AuditAsync(tenant.Id)).Action);
        var line = Assert.Single(await _house.AuditAsync(TenantId.Installation));
        Assert.Equal(("tenant.add", "command line", "cli"), (line.Action, line.Actor, line.Via));
    }

    [Theory]
    [InlineData("a", "name")]
    [InlineData("Acme", "name")]
    [InlineData("ac me", "name")]
    [InlineData("acme", " ")]
    public async Task AddAsync_BadSlugOrName_RefusedAndNothingWritten(string slug, string name)
    {
        Assert.NotNull((await Administration.AddAsync(Actor.System, slug, name, default)).Problem);
        Assert.Empty(await _house.Get<TenantReader>().ListAsync(default));
        Assert.Empty(await _house.AuditAsync(TenantId.Installation));
    }

    [Fact]
    public async Task AddAsync_TakenSlug_Refused()
    {
        await _house.TenantAsync("acme");
        Assert.Contains("taken", (await Administration.AddAsync(Actor.System, "acme", "Other", default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_NotAnOwner_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        foreach (var actor in (Actor[])[await _house.MemberAsync("admin", tenant, TenantRole.Admin), await _house.PersonAsync("tech", InstallationRole.Technician)])
        {
            Assert.NotNull((await Administration.AddAsync(actor, "other", "Other", default)).Problem);
        }
        Assert.Single(await _house.Get<TenantReader>().ListAsync(default));
    }

    [Fact]
    public async Task AddAsync_TechnicianWhoJoinsNewTenants_IsAssigned()
    {
        var joins = await _house.PersonAsync("joins", InstallationRole.Technician, joinsNewTenants: true);
        var stays = await _house.PersonAsync("stays", InstallationRole.Technician);
        var tenant = await _house.TenantAsync("acme");
        var members = _house.Get<MemberReader>();
        Assert.Equal(TenantRole.Technician, await members.RoleAsync(tenant, joins.UserId!.Value, default));
        Assert.Null(await members.RoleAsync(tenant, stays.UserId!.Value, default));
    }

    [Fact]
    public async Task RenameAsync_NewSlug_FoundUnderItAndAudited()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        Value(await Administration.RenameAsync(admin, tenant, "acme-2", "Acme Two", default));
        Assert.Null(await _house.Get<TenantReader>().FindBySlugAsync("acme", default));
        Assert.Equal("Acme Two", (await _house.Get<TenantReader>().FindBySlugAsync("acme-2", default))!.Name);
        Assert.Contains("slug acme -> acme-2", (await _house.AuditAsync(tenant))[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenameAsync_SlugOfAnotherTenant_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.TenantAsync("other");
        Assert.NotNull((await Administration.RenameAsync(Actor.System, tenant, "other", "Acme", default)).Problem);
        Value(await Administration.RenameAsync(Actor.System, tenant, "acme", "Same slug, new name", default));
    }

    [Fact]
    public async Task MoveAsync_LifeOfATenant_EachStepAuditedAndImpossibleOnesRefused()
    {
        var tenant = await _house.TenantAsync("acme");
        Assert.Equal(TenantState.Suspended, Value(await Administration.MoveAsync(Actor.System, tenant, TenantEvent.Suspend, default)));
        Assert.NotNull((await Administration.MoveAsync(Actor.System, tenant, TenantEvent.Suspend, default)).Problem);
        Assert.Equal(TenantState.Archived, Value(await Administration.MoveAsync(Actor.System, tenant, TenantEvent.Archive, default)));
        Assert.Equal(TenantState.Suspended, Value(await Administration.MoveAsync(Actor.System, tenant, TenantEvent.Restore, default)));
        Assert.Equal(3, (await _house.AuditAsync(tenant)).Count(line => line.Action == "tenant.state"));
    }

    [Fact]
    public async Task MoveAsync_TenantAdmin_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        Assert.NotNull((await Administration.MoveAsync(admin, tenant, TenantEvent.Archive, default)).Problem);
        Assert.Equal(TenantState.Active, (await _house.Get<TenantReader>().FindAsync(tenant, default))!.State);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}

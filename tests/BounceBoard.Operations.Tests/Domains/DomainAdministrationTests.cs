using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.MxObservations;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

public sealed class DomainAdministrationTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private DomainAdministration Domains => _house.Get<DomainAdministration>();

    [Fact]
    public async Task AddAsync_Domain_WatchedAtOnceAndAudited()
    {
        var tenant = await _house.TenantAsync("acme");
        var row = Value(await Domains.AddAsync(Actor.System, tenant, " Example.NET. ", ["S1", "s1", "mail.k2"], default));
        Assert.Equal("example.net", row.Name);
        Assert.Equal(["s1", "mail.k2"], (await _house.Get<DomainReader>().FindAsync(tenant, row.Id, default))!.Selectors);
        Assert.NotNull(await new DomainWatchReader(_house.Database).FindAsync(DomainName.Parse("example.net"), default));
        Assert.Equal("domain.add", (await _house.AuditAsync(tenant))[0].Action);
    }

    [Fact]
    public async Task AddAsync_SameDomainTwice_RefusedInOneTenantAllowedInTwo()
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await Domains.AddAsync(Actor.System, tenant, "example.net", [], default));
        Assert.NotNull((await Domains.AddAsync(Actor.System, tenant, "EXAMPLE.net", [], default)).Problem);
        Value(await Domains.AddAsync(Actor.System, await _house.TenantAsync("other"), "example.net", [], default));
    }

    [Theory]
    [InlineData("", "s1")]
    [InlineData("localhost", "s1")]
    [InlineData("exa mple.net", "s1")]
    [InlineData("example.net", "not a selector")]
    public async Task AddAsync_BadInput_Refused(string name, string selector)
    {
        var tenant = await _house.TenantAsync("acme");
        Assert.NotNull((await Domains.AddAsync(Actor.System, tenant, name, [selector], default)).Problem);
        Assert.Empty(await _house.Get<DomainReader>().ListAsync(tenant, default));
    }

    [Fact]
    public async Task SetProfileAsync_SaidThenTakenBack_DueAtOnceAndAudited()
    {
        var tenant = await _house.TenantAsync("acme");
        var row = Value(await Domains.AddAsync(Actor.System, tenant, "example.net", [], default));
        Assert.False(row.ProfileSaid);
        Value(await Domains.SetProfileAsync(Actor.System, tenant, row.Id, DomainProfile.Parked, default));
        var said = await _house.Get<DomainReader>().FindAsync(tenant, row.Id, default);
        Assert.Equal((DomainProfile.Parked, true), (said!.Profile, said.ProfileSaid));
        Assert.True(said.ExamDueAt <= DateTimeOffset.UnixEpoch);
        Assert.Equal("as its records say -> Parked", (await _house.AuditAsync(tenant))[0].Detail);
        Value(await Domains.SetProfileAsync(Actor.System, tenant, row.Id, null, default));
        var silent = await _house.Get<DomainReader>().FindAsync(tenant, row.Id, default);
        Assert.Equal((DomainProfile.Sending, false), (silent!.Profile, silent.ProfileSaid));
        var viewer = await _house.MemberAsync("viewer", tenant, TenantRole.Viewer);
        Assert.NotNull((await Domains.SetProfileAsync(viewer, tenant, row.Id, DomainProfile.Parked, default)).Problem);
    }

    [Fact]
    public async Task Everything_ForeignTenantsDomain_NotFound()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var row = Value(await Domains.AddAsync(Actor.System, other, "example.net", ["s1"], default));
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        Assert.NotNull((await Domains.RemoveAsync(admin, tenant, row.Id, default)).Problem);
        Assert.NotNull((await Domains.SetSelectorsAsync(admin, tenant, row.Id, [], default)).Problem);
        Assert.NotNull((await Domains.RemoveAsync(admin, other, row.Id, default)).Problem);
        Assert.Equal(["s1"], (await _house.Get<DomainReader>().FindAsync(other, row.Id, default))!.Selectors);
    }

    [Fact]
    public async Task SetSelectorsAndRemove_EachRole_AsTheMatrix()
    {
        var tenant = await _house.TenantAsync("acme");
        foreach (var role in Enum.GetValues<TenantRole>())
        {
            var row = Value(await Domains.AddAsync(Actor.System, tenant, $"{role}.example".ToLowerInvariant(), [], default));
            var actor = await _house.MemberAsync($"person-{role}", tenant, role);
            var may = role is TenantRole.Admin or TenantRole.Technician;
            Assert.Equal(may, (await Domains.SetSelectorsAsync(actor, tenant, row.Id, ["s2"], default)).Problem is null);
            Assert.Equal(may, (await Domains.RemoveAsync(actor, tenant, row.Id, default)).Problem is null);
            Assert.Equal(may, await _house.Get<DomainReader>().FindAsync(tenant, row.Id, default) is null);
        }
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}

using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Users;

public sealed class InstallationUsersTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private InstallationUsers People => _house.Get<InstallationUsers>();

    [Fact]
    public async Task SetRoleAsync_LastOwner_Refused()
    {
        var owner = await _house.PersonAsync("owner", InstallationRole.Owner);
        // Has never set a password, so could not take over.
        Value(await People.AddAsync(Actor.System, "invited@example.net", "Invited", InstallationRole.Owner, false, default));
        Assert.Contains("last owner", (await People.SetRoleAsync(owner, owner.UserId!.Value, InstallationRole.None, false, default)).Problem, StringComparison.Ordinal);
        Assert.NotNull((await People.DisableAsync(owner, owner.UserId.Value, default)).Problem);
        Assert.Equal(InstallationRole.Owner, (await _house.Get<UserReader>().FindAsync(owner.UserId.Value, default))!.InstallationRole);
    }

    [Fact]
    public async Task SetRoleAsync_OneOfTwoOwners_DemotedAndPowerless()
    {
        var first = await _house.PersonAsync("first", InstallationRole.Owner);
        var second = await _house.PersonAsync("second", InstallationRole.Owner);
        Value(await People.SetRoleAsync(first, second.UserId!.Value, InstallationRole.Technician, true, default));
        Assert.NotNull((await People.SetRoleAsync(second, first.UserId!.Value, InstallationRole.None, false, default)).Problem);
        Assert.Contains("Owner -> Technician", (await _house.AuditAsync(TenantId.Installation))[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InstallationRole.Technician)]
    [InlineData(InstallationRole.None)]
    public async Task Everything_NotAnOwner_Refused(InstallationRole role)
    {
        var actor = await _house.PersonAsync("someone", role);
        var id = actor.UserId!.Value;
        Assert.NotNull((await People.AddAsync(actor, "new@example.net", "New", InstallationRole.Owner, false, default)).Problem);
        Assert.NotNull((await People.SetRoleAsync(actor, id, InstallationRole.Owner, false, default)).Problem);
        Assert.NotNull((await People.IssueLinkAsync(actor, id, default)).Problem);
        Assert.NotNull((await People.DisableAsync(actor, id, default)).Problem);
        Assert.NotNull((await People.RevokeLinksAsync(actor, id, default)).Problem);
    }

    [Fact]
    public async Task DisableAsync_ThenEnable_StampChangesEachTime()
    {
        var someone = await _house.PersonAsync("someone", InstallationRole.None);
        var stamps = new HashSet<string> { await StampAsync(someone) };
        Value(await People.DisableAsync(Actor.System, someone.UserId!.Value, default));
        Assert.True(stamps.Add(await StampAsync(someone)));
        Value(await People.EnableAsync(Actor.System, someone.UserId.Value, default));
        Assert.True(stamps.Add(await StampAsync(someone)));
        Assert.Null((await _house.Get<UserReader>().FindAsync(someone.UserId.Value, default))!.DisabledAt);
    }

    [Fact]
    public async Task AddAsync_KnownAddress_Refused()
    {
        await _house.PersonAsync("someone", InstallationRole.None);
        Assert.NotNull((await People.AddAsync(Actor.System, "Someone@Example.NET", "Again", InstallationRole.Owner, false, default)).Problem);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<string> StampAsync(Actor actor) => (await _house.Get<UserReader>().FindAsync(actor.UserId!.Value, default))!.SecurityStamp;
}

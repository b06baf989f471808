using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Users;

public sealed class UserAdministrationTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private UserAdministration Members => _house.Get<UserAdministration>();

    [Fact]
    public async Task AddAsync_NewPerson_InvitedAndAudited()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        var invited = Value(await Members.AddAsync(admin, tenant, "new@example.net", "New", TenantRole.Operator, default));
        Assert.NotNull(invited.Token);
        Assert.Equal(TenantRole.Operator, await _house.Get<MemberReader>().RoleAsync(tenant, invited.UserId, default));
        var line = (await _house.AuditAsync(tenant))[0];
        Assert.Equal(("user.add", "admin@example.net", "user new@example.net"), (line.Action, line.Actor, line.Object));
        Assert.False(DataFiles.Contain(_house, invited.Token));
    }

    [Fact]
    public async Task AddAsync_PersonOfAnotherTenant_JoinsWithoutALink()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var someone = await _house.MemberAsync("someone", other, TenantRole.Viewer);
        var added = Value(await Members.AddAsync(Actor.System, tenant, "SOMEONE@example.net", "Someone", TenantRole.Admin, default));
        Assert.Null(added.Token);
        Assert.Equal(someone.UserId, added.UserId);
        Assert.NotNull((await Members.AddAsync(Actor.System, tenant, "someone@example.net", "Someone", TenantRole.Viewer, default)).Problem);
    }

    [Theory]
    [InlineData(TenantRole.Operator)]
    [InlineData(TenantRole.Approver)]
    [InlineData(TenantRole.Viewer)]
    [InlineData(TenantRole.Technician)]
    public async Task AddAsync_RoleThatMayNot_NobodyAdded(TenantRole role)
    {
        var tenant = await _house.TenantAsync("acme");
        var actor = await _house.MemberAsync("someone", tenant, role);
        Assert.NotNull((await Members.AddAsync(actor, tenant, "new@example.net", "New", TenantRole.Viewer, default)).Problem);
        Assert.Null(await _house.Get<InstallationUsers>().FindAsync("new@example.net", default));
    }

    [Fact]
    public async Task AddAsync_AdminOfAnotherTenant_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        var stranger = await _house.MemberAsync("admin", await _house.TenantAsync("other"), TenantRole.Admin);
        Assert.NotNull((await Members.AddAsync(stranger, tenant, "new@example.net", "New", TenantRole.Viewer, default)).Problem);
        Assert.NotNull((await Members.RemoveAsync(stranger, tenant, 1, default)).Problem);
    }

    [Fact]
    public async Task AddAsync_TechnicianRoleForSomeoneWhoIsNone_Refused()
    {
        var tenant = await _house.TenantAsync("acme");
        Assert.Contains("no technician", (await Members.AddAsync(Actor.System, tenant, "new@example.net", "New", TenantRole.Technician, default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeRoleAsync_OtherRole_NewStampAndAudit()
    {
        var tenant = await _house.TenantAsync("acme");
        var someone = await _house.MemberAsync("someone", tenant, TenantRole.Admin);
        var stamp = (await _house.Get<UserReader>().FindAsync(someone.UserId!.Value, default))!.SecurityStamp;
        Value(await Members.ChangeRoleAsync(Actor.System, tenant, someone.UserId.Value, TenantRole.Viewer, default));
        Assert.NotEqual(stamp, (await _house.Get<UserReader>().FindAsync(someone.UserId.Value, default))!.SecurityStamp);
        Assert.Equal("Admin -> Viewer", (await _house.AuditAsync(tenant))[0].Detail);
    }

    [Fact]
    public async Task RemoveAsync_Member_GoneHereAndNotElsewhere()
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var someone = await _house.MemberAsync("someone", tenant, TenantRole.Viewer);
        Value(await Members.AddAsync(Actor.System, other, someone.Name, "Someone", TenantRole.Viewer, default));
        Value(await Members.RemoveAsync(Actor.System, tenant, someone.UserId!.Value, default));
        Assert.Null(await _house.Get<MemberReader>().RoleAsync(tenant, someone.UserId.Value, default));
        Assert.NotNull(await _house.Get<MemberReader>().RoleAsync(other, someone.UserId.Value, default));
        Assert.NotNull((await Members.RemoveAsync(Actor.System, tenant, someone.UserId.Value, default)).Problem);
    }

    [Fact]
    public async Task IssueLinkAsync_TenantAdmin_OnlyForPeopleOfThisTenantAlone()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        var own = await _house.MemberAsync("own", tenant, TenantRole.Viewer);
        var technician = await _house.MemberAsync("tech", tenant, TenantRole.Technician);
        var elsewhere = await _house.MemberAsync("elsewhere", tenant, TenantRole.Viewer);
        Value(await Members.AddAsync(Actor.System, await _house.TenantAsync("other"), elsewhere.Name, "E", TenantRole.Admin, default));
        Value(await Members.IssueLinkAsync(admin, tenant, own.UserId!.Value, default));
        Assert.NotNull((await Members.IssueLinkAsync(admin, tenant, technician.UserId!.Value, default)).Problem);
        Assert.NotNull((await Members.IssueLinkAsync(admin, tenant, elsewhere.UserId!.Value, default)).Problem);
        Value(await Members.IssueLinkAsync(Actor.System, tenant, elsewhere.UserId.Value, default));
    }

    [Fact]
    public async Task AddAsync_PersonJoinsASecondTenant_LinksKeptByTheFirstEnd()
    {
        var (first, second) = (await _house.TenantAsync("acme"), await _house.TenantAsync("other"));
        var admin = await _house.MemberAsync("admin", first, TenantRole.Admin);
        var someone = await _house.MemberAsync("someone", first, TenantRole.Viewer);
        var kept = Value(await Members.IssueLinkAsync(admin, first, someone.UserId!.Value, default));
        var otherAdmin = await _house.MemberAsync("admin2", second, TenantRole.Admin);
        Assert.Null(Value(await Members.AddAsync(otherAdmin, second, someone.Name, "Someone", TenantRole.Admin, default)).Token);
        Assert.Null(await _house.Get<OneTimeLinks>().FindAsync(kept, default));
    }

    [Fact]
    public async Task AddAsync_PersonInvitedElsewhere_OnlyAnOwnerMayAndTheOldLinkEnds()
    {
        var (first, second) = (await _house.TenantAsync("acme"), await _house.TenantAsync("other"));
        var invited = Value(await Members.AddAsync(
            await _house.MemberAsync("admin", first, TenantRole.Admin), first, "new@example.net", "New", TenantRole.Viewer, default));
        var otherAdmin = await _house.MemberAsync("admin2", second, TenantRole.Admin);
        Assert.NotNull((await Members.AddAsync(otherAdmin, second, "new@example.net", "New", TenantRole.Admin, default)).Problem);
        var again = Value(await Members.AddAsync(Actor.System, second, "new@example.net", "New", TenantRole.Admin, default));
        Assert.Null(await _house.Get<OneTimeLinks>().FindAsync(invited.Token!, default));
        Assert.NotNull(await _house.Get<OneTimeLinks>().FindAsync(again.Token!, default));
    }

    [Fact]
    public async Task SetRoleAsync_LinkMadeForTheLesserRole_Ends()
    {
        var tenant = await _house.TenantAsync("acme");
        var someone = await _house.MemberAsync("someone", tenant, TenantRole.Viewer);
        var kept = Value(await Members.IssueLinkAsync(await _house.MemberAsync("admin", tenant, TenantRole.Admin), tenant, someone.UserId!.Value, default));
        Value(await _house.Get<InstallationUsers>().SetRoleAsync(Actor.System, someone.UserId.Value, InstallationRole.Owner, false, default));
        Assert.Null(await _house.Get<OneTimeLinks>().FindAsync(kept, default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}

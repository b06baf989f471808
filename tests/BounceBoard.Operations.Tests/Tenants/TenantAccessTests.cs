using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Tenants;

public sealed class TenantAccessTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    public static TheoryData<TenantRole> Roles => [.. Enum.GetValues<TenantRole>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task RequireAsync_EveryRoleAndAction_AnswersAsTheMatrix(TenantRole role)
    {
        var tenant = await _house.TenantAsync("acme");
        var other = await _house.TenantAsync("other");
        var actor = await _house.MemberAsync("someone", tenant, role);
        var installation = role == TenantRole.Technician ? InstallationRole.Technician : InstallationRole.None;
        foreach (var action in Enum.GetValues<TenantAction>())
        {
            Assert.Equal(RoleMatrix.Allows(action, installation, role), await AllowedAsync(actor, tenant, action));
            Assert.False(await AllowedAsync(actor, other, action));
        }
    }

    [Fact]
    public async Task RequireAsync_OwnerOfTheInstallation_MayEverythingEverywhere()
    {
        var tenant = await _house.TenantAsync("acme");
        var owner = await _house.PersonAsync("owner", InstallationRole.Owner);
        foreach (var action in Enum.GetValues<TenantAction>())
        {
            Assert.True(await AllowedAsync(owner, tenant, action));
        }
    }

    [Fact]
    public async Task RequireAsync_ForeignAndMissingTenant_SameText()
    {
        var tenant = await _house.TenantAsync("acme");
        var stranger = await _house.PersonAsync("stranger", InstallationRole.None);
        var access = _house.Get<TenantAccess>();
        var foreign = await access.RequireAsync(stranger, tenant, TenantAction.See, default);
        var missing = await access.RequireAsync(stranger, new TenantId(4711), TenantAction.See, default);
        Assert.NotNull(foreign.Problem);
        Assert.Equal(foreign.Problem, missing.Problem);
    }

    [Fact]
    public async Task RequireAsync_ActorClaimsToBeOwner_TheDatabaseDecides()
    {
        var tenant = await _house.TenantAsync("acme");
        var viewer = await _house.MemberAsync("viewer", tenant, TenantRole.Viewer);
        Assert.False(await AllowedAsync(viewer with { Role = InstallationRole.Owner }, tenant, TenantAction.ManageUsers));
        Assert.False(await AllowedAsync(new Actor(null, "nobody", "web", InstallationRole.None), tenant, TenantAction.See));
    }

    [Fact]
    public async Task RequireAsync_RoleTakenAwayOrPersonDisabled_RefusedAtOnce()
    {
        var tenant = await _house.TenantAsync("acme");
        var admin = await _house.MemberAsync("admin", tenant, TenantRole.Admin);
        Assert.True(await AllowedAsync(admin, tenant, TenantAction.ManageUsers));
        Value(await _house.Get<UserAdministration>().ChangeRoleAsync(Actor.System, tenant, admin.UserId!.Value, TenantRole.Viewer, default));
        Assert.False(await AllowedAsync(admin, tenant, TenantAction.ManageUsers));
        Assert.True(await AllowedAsync(admin, tenant, TenantAction.See));
        Value(await _house.Get<InstallationUsers>().DisableAsync(Actor.System, admin.UserId.Value, default));
        Assert.False(await AllowedAsync(admin, tenant, TenantAction.See));
    }

    [Fact]
    public async Task RequireAsync_ArchivedTenant_ReadsButDoesNotWrite()
    {
        var tenant = await _house.TenantAsync("acme");
        Value(await _house.Get<TenantAdministration>().MoveAsync(Actor.System, tenant, TenantEvent.Archive, default));
        foreach (var action in Enum.GetValues<TenantAction>())
        {
            var open = action is TenantAction.See or TenantAction.SeeRecipients or TenantAction.ReadAudit or TenantAction.MoveState;
            Assert.Equal(open, await AllowedAsync(Actor.System, tenant, action));
        }
        var decision = await _house.Get<TenantAccess>().RequireAsync(Actor.System, tenant, TenantAction.UploadEvidence, default);
        Assert.Contains("archived", decision.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_OwnerMemberStranger_ContextOrNothing()
    {
        var tenant = await _house.TenantAsync("acme");
        var owner = await _house.PersonAsync("owner", InstallationRole.Owner);
        var viewer = await _house.MemberAsync("viewer", tenant, TenantRole.Viewer);
        var technician = await _house.PersonAsync("tech", InstallationRole.Technician);
        var access = _house.Get<TenantAccess>();
        Assert.True((await access.FindAsync(owner.UserId!.Value, "acme", default))!.Can(TenantAction.MoveState));
        var seen = await access.FindAsync(viewer.UserId!.Value, "acme", default);
        Assert.Equal(TenantRole.Viewer, seen!.Role);
        Assert.False(seen.Can(TenantAction.SeeRecipients));
        Assert.Null(await access.FindAsync(technician.UserId!.Value, "acme", default));
        Assert.Null(await access.FindAsync(owner.UserId.Value, "nowhere", default));
    }

    [Fact]
    public async Task VisibleAsync_OwnerTechnicianDisabled_AllAssignedNone()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.TenantAsync("other");
        var owner = await _house.PersonAsync("owner", InstallationRole.Owner);
        var technician = await _house.MemberAsync("tech", tenant, TenantRole.Technician);
        var access = _house.Get<TenantAccess>();
        Assert.Null(await access.VisibleAsync(owner.UserId!.Value, default));
        Assert.Equal([tenant], await access.VisibleAsync(technician.UserId!.Value, default));
        Value(await _house.Get<InstallationUsers>().DisableAsync(Actor.System, technician.UserId.Value, default));
        Assert.Equal([], await access.VisibleAsync(technician.UserId.Value, default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<bool> AllowedAsync(Actor actor, TenantId tenant, TenantAction action) =>
        (await _house.Get<TenantAccess>().RequireAsync(actor, tenant, action, default)).IsAllowed;
}

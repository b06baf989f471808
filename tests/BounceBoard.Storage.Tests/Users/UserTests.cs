using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Users;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Users;

public sealed class UserTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private UserReader Users => new(_facts.Database);

    private MemberReader Members => new(_facts.Database);

    private OneTimeLinkReader Links => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Add_EveryField_ComesBackByIdAndByEmail()
    {
        var user = User(1, "\u017dan\u0301@example.net") with { LockoutEnd = T0.AddHours(1), AccessFailedCount = 3, DisabledAt = T0.AddDays(1) };
        await AddAsync(user);
        Assert.Equivalent(user, await Users.FindAsync(1, default), strict: true);
        Assert.Equal(1, (await Users.FindByEmailAsync(user.EmailKey, default))!.Id);
        Assert.Null(await Users.FindByEmailAsync("nobody", default));
        await Assert.ThrowsAnyAsync<DbException>(() => AddAsync(User(2, user.Email)));
    }

    [Fact]
    public async Task Update_WithAnOldStamp_ChangesNothing()
    {
        await AddAsync(User(1, "a@example.net"));
        var changed = User(1, "a@example.net") with { DisplayName = "New", ConcurrencyStamp = "c2" };
        Assert.True(await WriteAsync(transaction => new UserWriter().UpdateAsync(changed, "c1", transaction, default)));
        Assert.False(await WriteAsync(transaction => new UserWriter().UpdateAsync(changed with { DisplayName = "Late" }, "c1", transaction, default)));
        Assert.Equal("New", (await Users.FindAsync(1, default))!.DisplayName);
    }

    [Fact]
    public async Task Owners_DisabledOrWithoutPassword_DoNotCount()
    {
        Assert.False(await Users.HasOwnerAsync(default));
        await AddAsync(User(1, "a@example.net", InstallationRole.Owner), User(2, "b@example.net", InstallationRole.Owner) with { PasswordHash = null },
            User(3, "c@example.net", InstallationRole.Owner) with { DisabledAt = T0 }, User(4, "d@example.net", InstallationRole.Owner));
        Assert.True(await Users.HasOwnerAsync(default));
        Assert.Equal(1, await Users.CountOtherOwnersAsync(1, default));
        Assert.Equal([1, 2, 3, 4], (await Users.ListAsync(default)).Select(user => user.Id));
    }

    [Fact]
    public async Task Joining_OnlyActiveTechniciansWhoAsked()
    {
        await AddAsync(User(1, "a@example.net", InstallationRole.Technician) with { JoinsNewTenants = true },
            User(2, "b@example.net", InstallationRole.Technician),
            User(3, "c@example.net", InstallationRole.Technician) with { JoinsNewTenants = true, DisabledAt = T0 });
        Assert.Equal([1], await Users.ListJoiningAsync(default));
    }

    [Fact]
    public async Task Members_RoleOfOneTenant_IsNoRoleInAnother()
    {
        await AddAsync(User(1, "a@example.net"), User(2, "b@example.net") with { PasswordHash = null });
        await SetAsync(One, 1, TenantRole.Viewer);
        await SetAsync(One, 1, TenantRole.Admin);
        await SetAsync(One, 2, TenantRole.Operator);
        await SetAsync(Two, 2, TenantRole.Viewer);
        Assert.Equal(TenantRole.Admin, await Members.RoleAsync(One, 1, default));
        Assert.Null(await Members.RoleAsync(Two, 1, default));
        Assert.Equal([(1L, true), (2L, false)], (await Members.ListAsync(One, default)).Select(row => (row.UserId, row.HasPassword)));
        Assert.Equal([One, Two], (await Members.TenantsOfAsync(2, default)).Select(row => row.TenantId));
        Assert.False(await WriteAsync(transaction => new MemberWriter().RemoveAsync(Two, 1, transaction, default)));
        Assert.True(await WriteAsync(transaction => new MemberWriter().RemoveAsync(One, 1, transaction, default)));
        Assert.Null(await Members.RoleAsync(One, 1, default));
        Assert.Equal(TenantRole.Viewer, await Members.RoleAsync(Two, 2, default));
    }

    [Fact]
    public async Task OneTimeLink_UsedByTwoAtOnce_WorksForOne()
    {
        await AddAsync(User(1, "a@example.net"));
        await LinkAsync(Link("h1", 1));
        var used = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            WriteAsync(transaction => new OneTimeLinkWriter().UseAsync("h1", T0.AddMinutes(1), transaction, default)))));
        Assert.Single(used, won => won);
        Assert.Equal(T0.AddMinutes(1), (await Links.FindAsync("h1", default))!.UsedAt);
        Assert.Empty(await Links.ListOpenAsync(1, T0, default));
    }

    [Fact]
    public async Task OneTimeLink_AtItsExpiry_WorksNoMore()
    {
        await AddAsync(User(1, "a@example.net"));
        await LinkAsync(Link("h1", 1));
        Assert.Equivalent(Link("h1", 1), await Links.FindAsync("h1", default), strict: true);
        Assert.Single(await Links.ListOpenAsync(1, T0.AddHours(1).AddMilliseconds(-1), default));
        Assert.Empty(await Links.ListOpenAsync(1, T0.AddHours(1), default));
        Assert.False(await WriteAsync(transaction => new OneTimeLinkWriter().UseAsync("h1", T0.AddHours(1), transaction, default)));
        Assert.Null(await Links.FindAsync("H1", default));
    }

    [Fact]
    public async Task OneTimeLink_Revoke_TakesOnlyThatPersonsOpenLinks()
    {
        await AddAsync(User(1, "a@example.net"), User(2, "b@example.net"));
        await LinkAsync(Link("h1", 1));
        await LinkAsync(Link("h2", 2));
        await LinkAsync(Link("setup", null));
        Assert.Equal(1, await WriteAsync(transaction => new OneTimeLinkWriter().RevokeAsync(1, transaction, default)));
        Assert.Equal(1, await WriteAsync(transaction => new OneTimeLinkWriter().RevokeAsync(null, transaction, default)));
        Assert.Null(await Links.FindAsync("setup", default));
        Assert.NotNull(await Links.FindAsync("h2", default));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private static UserRow User(long id, string email, InstallationRole role = InstallationRole.None) => new()
    {
        Id = id,
        Email = email,
        EmailKey = email.ToUpperInvariant(),
        DisplayName = email,
        PasswordHash = "hash",
        SecurityStamp = "s",
        ConcurrencyStamp = "c1",
        LockoutEnd = null,
        AccessFailedCount = 0,
        InstallationRole = role,
        JoinsNewTenants = false,
        CreatedAt = T0,
        DisabledAt = null,
    };

    private static OneTimeLinkRow Link(string hash, long? userId) => new()
    {
        TokenHash = hash,
        Purpose = userId is null ? OneTimeLinkPurpose.Setup : OneTimeLinkPurpose.Invitation,
        UserId = userId,
        CreatedAt = T0,
        ExpiresAt = T0.AddHours(1),
        UsedAt = null,
    };

    private Task<T> WriteAsync<T>(Func<System.Data.Common.DbTransaction, Task<T>> work) => _facts.Database.WriteAsync(work, default);

    private Task LinkAsync(OneTimeLinkRow link) =>
        _facts.Database.WriteAsync(transaction => new OneTimeLinkWriter().AddAsync(link, transaction, default), default);

    private Task SetAsync(TenantId tenant, long userId, TenantRole role) =>
        _facts.Database.WriteAsync(transaction => new MemberWriter().SetAsync(tenant, userId, role, T0, transaction, default), default);

    private Task AddAsync(params UserRow[] users) => _facts.Database.WriteAsync(
        async transaction =>
        {
            foreach (var user in users)
            {
                await new UserWriter().AddAsync(user, transaction, default);
            }
        },
        default);
}

using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Installations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Users;

public sealed class UserStoreTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();
    private readonly IServiceScope _scope;

    public UserStoreTests() => _scope = _house.Scope();

    private UserManager<AppUser> Manager => _scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();

    [Fact]
    public async Task AccessFailedAsync_FiveTimes_LocksForFifteenMinutes()
    {
        await _house.PersonAsync("someone", InstallationRole.None);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var user = await Manager.FindByEmailAsync("someone@example.net");
            Assert.False(await Manager.IsLockedOutAsync(user!), $"Locked before attempt {attempt}.");
            Assert.True((await Manager.AccessFailedAsync(user!)).Succeeded);
        }
        // Identity reads the machine's clock, so only the stored end is looked at.
        var locked = await Manager.FindByEmailAsync("someone@example.net");
        Assert.True(await Manager.IsLockedOutAsync(locked!));
        Assert.InRange(locked!.LockoutEnd!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Contains("locked until", (await _house.AuditAsync(TenantId.Installation))[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_WrittenMeanwhile_NothingIsOverwritten()
    {
        var actor = await _house.PersonAsync("someone", InstallationRole.None);
        var stale = await Manager.FindByEmailAsync("someone@example.net");
        Value(await _house.Get<InstallationUsers>().SetRoleAsync(Actor.System, actor.UserId!.Value, InstallationRole.Technician, false, default));
        var result = await Manager.AccessFailedAsync(stale!);
        Assert.Equal("ConcurrencyFailure", Assert.Single(result.Errors).Code);
        Assert.Equal(InstallationRole.Technician, (await _house.Get<UserReader>().FindAsync(actor.UserId.Value, default))!.InstallationRole);
    }

    [Fact]
    public async Task FindByEmailAsync_DisabledPerson_IsAStranger()
    {
        var actor = await _house.PersonAsync("someone", InstallationRole.None);
        Assert.NotNull(await Manager.FindByEmailAsync("SOMEONE@example.net"));
        Value(await _house.Get<InstallationUsers>().DisableAsync(Actor.System, actor.UserId!.Value, default));
        Assert.Null(await Manager.FindByEmailAsync("someone@example.net"));
        Assert.Null(await Manager.FindByIdAsync($"{actor.UserId}"));
    }

    [Fact]
    public async Task ChangePasswordAsync_WithTheOldOne_NewStampAndRulesHold()
    {
        await _house.PersonAsync("someone", InstallationRole.None);
        var user = await Manager.FindByEmailAsync("someone@example.net");
        var stamp = user!.SecurityStamp;
        Assert.False((await Manager.ChangePasswordAsync(user, Password, "short")).Succeeded);
        Assert.False((await Manager.ChangePasswordAsync(user, "wrong password here", "a quite different one")).Succeeded);
        Assert.True((await Manager.ChangePasswordAsync(user, Password, "nur kleine buchstaben")).Succeeded);
        Assert.NotEqual(stamp, (await Manager.FindByEmailAsync("someone@example.net"))!.SecurityStamp);
    }

    [Fact]
    public async Task CreateAsync_SameAddressInOtherCase_Refused()
    {
        await _house.PersonAsync("someone", InstallationRole.None);
        var again = new AppUser { Id = 1, Email = "Someone@Example.net", DisplayName = "Again" };
        Assert.False((await Manager.CreateAsync(again, Password)).Succeeded);
        Assert.Single(await _house.Get<UserReader>().ListAsync(default));
    }

    [Fact]
    public async Task CreateAsync_NewAddress_CanSignIn()
    {
        var user = new AppUser { Id = 1, Email = "new@example.net", DisplayName = "New", CreatedAt = _house.Time.GetUtcNow() };
        Assert.True((await Manager.CreateAsync(user, Password)).Succeeded);
        Assert.True(await Manager.CheckPasswordAsync((await Manager.FindByNameAsync("new@example.net"))!, Password));
        Assert.False((await Manager.DeleteAsync(user)).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        _scope.Dispose();
        await _house.DisposeAsync();
    }
}

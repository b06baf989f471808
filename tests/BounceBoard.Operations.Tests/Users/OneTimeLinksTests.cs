using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Installations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Users;

public sealed class OneTimeLinksTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private OneTimeLinks Links => _house.Get<OneTimeLinks>();

    [Fact]
    public async Task RedeemAsync_Once_SetsThePasswordAndNeverAgain()
    {
        var (user, token) = await InviteAsync();
        var view = await Links.FindAsync(token, default);
        Assert.Equal((OneTimeLinkPurpose.Invitation, "new@example.net"), (view!.Purpose, view.Email));
        Assert.Equal(user, Value(await Links.RedeemAsync(token, Password, default)));
        Assert.True(await SignsInAsync(Password));
        Assert.Null(await Links.FindAsync(token, default));
        Assert.NotNull((await Links.RedeemAsync(token, "another long password", default)).Problem);
        Assert.False(await SignsInAsync("another long password"));
    }

    [Fact]
    public async Task RedeemAsync_SevenDaysLater_Refused()
    {
        var (_, token) = await InviteAsync();
        _house.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Links.FindAsync(token, default));
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Links.FindAsync(token, default));
        Assert.NotNull((await Links.RedeemAsync(token, Password, default)).Problem);
    }

    [Fact]
    public async Task RedeemAsync_RevokedOrReplaced_Refused()
    {
        var (user, first) = await InviteAsync();
        var second = Value(await _house.Get<InstallationUsers>().IssueLinkAsync(Actor.System, user, default));
        Assert.Null(await Links.FindAsync(first, default));
        Assert.NotNull(await Links.FindAsync(second, default));
        Value(await _house.Get<InstallationUsers>().RevokeLinksAsync(Actor.System, user, default));
        Assert.NotNull((await Links.RedeemAsync(second, Password, default)).Problem);
    }

    [Fact]
    public async Task RedeemAsync_TwoAtOnce_OneWins()
    {
        var (_, token) = await InviteAsync();
        var results = await Task.WhenAll(
            Task.Run(() => Links.RedeemAsync(token, Password, default)), Task.Run(() => Links.RedeemAsync(token, Password, default)));
        Assert.Single(results, result => result.Problem is null);
    }

    [Fact]
    public async Task RedeemAsync_WeakPassword_RefusedAndTheLinkStillWorks()
    {
        var (_, token) = await InviteAsync();
        Assert.Contains("12 characters", (await Links.RedeemAsync(token, "short", default)).Problem, StringComparison.Ordinal);
        Value(await Links.RedeemAsync(token, Password, default));
    }

    [Fact]
    public async Task RedeemAsync_DisabledPerson_Refused()
    {
        var (user, token) = await InviteAsync();
        Value(await _house.Get<InstallationUsers>().DisableAsync(Actor.System, user, default));
        Assert.NotNull((await Links.RedeemAsync(token, Password, default)).Problem);
    }

    [Fact]
    public async Task RedeemAsync_NewPassword_EndsSessionsAndLockout()
    {
        var actor = await _house.PersonAsync("someone", InstallationRole.None);
        var before = await _house.Get<UserReader>().FindAsync(actor.UserId!.Value, default);
        var token = Value(await _house.Get<InstallationUsers>().IssueLinkAsync(Actor.System, actor.UserId.Value, default));
        Value(await Links.RedeemAsync(token, "a quite different password", default));
        var after = await _house.Get<UserReader>().FindAsync(actor.UserId.Value, default);
        Assert.NotEqual(before!.SecurityStamp, after!.SecurityStamp);
        Assert.Equal("user.password", (await _house.AuditAsync(TenantId.Installation))[0].Action);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<(long User, string Token)> InviteAsync()
    {
        var tenant = await _house.TenantAsync("acme");
        var invited = Value(await _house.Get<UserAdministration>().AddAsync(Actor.System, tenant, "new@example.net", "New", TenantRole.Viewer, default));
        return (invited.UserId, invited.Token!);
    }

    private async Task<bool> SignsInAsync(string password)
    {
        using var scope = _house.Scope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = await manager.FindByEmailAsync("New@Example.NET");
        return await manager.CheckPasswordAsync(user!, password);
    }
}

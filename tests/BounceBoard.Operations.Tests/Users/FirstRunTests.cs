using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.TestKit.Installations;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Users;

public sealed class FirstRunTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private FirstRun FirstRun => _house.Get<FirstRun>();

    [Fact]
    public async Task CreateOwnerAsync_GoodToken_OwnerOnceAndNoMoreLinks()
    {
        var token = await FirstRun.EnsureSetupLinkAsync(default);
        var id = Value(await FirstRun.CreateOwnerAsync(token!, "owner@example.net", "Owner", Password, default));
        Assert.Equal(InstallationRole.Owner, (await _house.Get<UserReader>().FindAsync(id, default))!.InstallationRole);
        Assert.False(await FirstRun.IsPendingAsync(default));
        Assert.Null(await FirstRun.EnsureSetupLinkAsync(default));
        Assert.NotNull((await FirstRun.CreateOwnerAsync(token!, "second@example.net", "Second", Password, default)).Problem);
        Assert.Single(await _house.Get<UserReader>().ListAsync(default));
    }

    [Fact]
    public async Task EnsureSetupLinkAsync_NextStart_OnlyTheNewestTokenWorks()
    {
        var old = await FirstRun.EnsureSetupLinkAsync(default);
        var current = await FirstRun.EnsureSetupLinkAsync(default);
        Assert.NotEqual(old, current);
        Assert.NotNull((await FirstRun.CreateOwnerAsync(old!, "owner@example.net", "Owner", Password, default)).Problem);
        Value(await FirstRun.CreateOwnerAsync(current!, "owner@example.net", "Owner", Password, default));
    }

    [Fact]
    public async Task CreateOwnerAsync_ExpiredOrForeignToken_NoOwner()
    {
        var token = await FirstRun.EnsureSetupLinkAsync(default);
        Assert.NotNull((await FirstRun.CreateOwnerAsync("guess", "owner@example.net", "Owner", Password, default)).Problem);
        _house.Time.Advance(TimeSpan.FromDays(7));
        Assert.NotNull((await FirstRun.CreateOwnerAsync(token!, "owner@example.net", "Owner", Password, default)).Problem);
        Assert.True(await FirstRun.IsPendingAsync(default));
    }

    [Fact]
    public async Task CreateOwnerAsync_InvitationToken_IsNoSetupToken()
    {
        var tenant = await _house.TenantAsync("acme");
        var invited = Value(await _house.Get<UserAdministration>().AddAsync(Actor.System, tenant, "viewer@example.net", "Viewer", TenantRole.Viewer, default));
        Assert.NotNull((await FirstRun.CreateOwnerAsync(invited.Token!, "owner@example.net", "Owner", Password, default)).Problem);
        Assert.True(await FirstRun.IsPendingAsync(default));
    }

    [Theory]
    [InlineData("owner@example.net", "Owner", "short")]
    [InlineData("owner@example.net", "Owner", "aaaaaaaaaaaaaaaa")]
    [InlineData("owner@example.net", " ", Password)]
    [InlineData("owner", "Owner", Password)]
    public async Task CreateOwnerAsync_BadInput_RefusedAndTheLinkStillWorks(string email, string name, string password)
    {
        var token = await FirstRun.EnsureSetupLinkAsync(default);
        Assert.NotNull((await FirstRun.CreateOwnerAsync(token!, email, name, password, default)).Problem);
        Value(await FirstRun.CreateOwnerAsync(token!, "owner@example.net", "Owner", Password, default));
    }

    [Fact]
    public async Task EnsureSetupLinkAsync_TokenAndPassword_StandNowhereInTheFiles()
    {
        var token = await FirstRun.EnsureSetupLinkAsync(default);
        Value(await FirstRun.CreateOwnerAsync(token!, "owner@example.net", "Owner", Password, default));
        Assert.True(DataFiles.Contain(_house, "owner@example.net"), "The search must find what is there.");
        Assert.False(DataFiles.Contain(_house, token!));
        Assert.False(DataFiles.Contain(_house, Password));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}

using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Users;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>A link opens one domain, for its days, until it is revoked.</summary>
public sealed class ShareDeskTests
{
    [Fact]
    public async Task OpenAsync_Link_ShowsTheDomainUntilItsEnd()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        var desk = made.House.Get<ShareDesk>();
        var share = Value(await desk.CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 7, default));

        var opened = await desk.OpenAsync(share.Token, default);

        Assert.Equal(("Tenant acme", "example.net"), (opened!.TenantName, opened.View.Domain.Name));
        Assert.DoesNotContain(share.Token, string.Concat((await made.House.AuditAsync(made.Tenant)).Select(row => row.Object + row.Detail)), StringComparison.Ordinal);
        Assert.Null(await desk.OpenAsync(share.Token[..^1] + (share.Token[^1] == 'A' ? 'B' : 'A'), default));
        Assert.Null(await desk.OpenAsync("", default));
        made.House.Time.Advance(TimeSpan.FromDays(7));
        Assert.Null(await desk.OpenAsync(share.Token, default));
    }

    [Fact]
    public async Task RevokeAsync_Link_OpensNothingAnyMore()
    {
        await using var made = await ExamHouse.OpenAsync();
        var desk = made.House.Get<ShareDesk>();
        var share = Value(await desk.CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 7, default));
        var other = await made.House.TenantAsync("other");
        Assert.NotNull((await desk.RevokeAsync(Actor.System, other, share.Id, default)).Problem);
        Assert.NotNull(await desk.OpenAsync(share.Token, default));
        Value(await desk.RevokeAsync(Actor.System, made.Tenant, share.Id, default));
        Assert.Null(await desk.OpenAsync(share.Token, default));
        Assert.NotNull((await desk.RevokeAsync(Actor.System, made.Tenant, share.Id, default)).Problem);
        Assert.NotNull(Assert.Single(await desk.ListAsync(made.Tenant, ExamHouse.Domain, default)).RevokedAt);
    }

    [Fact]
    public async Task CreateAsync_WrongDaysRoleOrTenant_Refused()
    {
        await using var made = await ExamHouse.OpenAsync();
        var desk = made.House.Get<ShareDesk>();
        var member = await made.House.MemberAsync("operator", made.Tenant, TenantRole.Operator);
        Assert.NotNull((await desk.CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 0, default)).Problem);
        Assert.NotNull((await desk.CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 366, default)).Problem);
        Assert.NotNull((await desk.CreateAsync(member, made.Tenant, ExamHouse.Domain, 7, default)).Problem);
        Assert.NotNull((await desk.CreateAsync(Actor.System, await made.House.TenantAsync("other"), ExamHouse.Domain, 7, default)).Problem);
        Assert.Empty(await desk.ListAsync(made.Tenant, ExamHouse.Domain, default));
    }
}

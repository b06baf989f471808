using System.Data.Common;
using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.ApiTokens;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.Tenants;

/// <summary>What stands in tenant 1 is found with its own id and not with tenant 2's.</summary>
public sealed class TenantKeyTests : IDisposable
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
    private static readonly TenantId One = new(1);
    private static readonly TenantId Two = new(2);
    private readonly TempDatabase _temp = new();

    [Fact]
    public async Task Domains_OtherTenant_FindsChangesAndRemovesNothing()
    {
        await SeedAsync();
        var (reader, writer) = (new DomainReader(_temp.Database), new DomainWriter());
        Assert.Equal(["s1"], (await reader.FindAsync(One, 7, default))!.Selectors);
        Assert.Null(await reader.FindAsync(Two, 7, default));
        Assert.Null(await reader.FindByNameAsync(Two, DomainName.Parse("example.net"), default));
        Assert.Empty(await reader.ListAsync(Two, default));
        await _temp.Database.WriteAsync(
            async transaction =>
            {
                Assert.False(await writer.SetSelectorsAsync(Two, 7, [], transaction, default));
                Assert.False(await writer.RemoveAsync(Two, 7, transaction, default));
            },
            default);
        Assert.Equal(["s1"], (await reader.FindAsync(One, 7, default))!.Selectors);
    }

    [Fact]
    public async Task PoolsRoutesSources_OtherTenant_FindsAndRemovesNothing()
    {
        await SeedAsync();
        Assert.Equal([IPAddress.Parse("192.0.2.1")], (await new SenderPoolReader(_temp.Database).FindAsync(One, 7, default))!.Addresses);
        Assert.Null(await new SenderPoolReader(_temp.Database).FindAsync(Two, 7, default));
        Assert.Equal("relay.test", (await new OutboundRouteReader(_temp.Database).FindAsync(One, 7, default))!.Text);
        Assert.Null(await new OutboundRouteReader(_temp.Database).FindAsync(Two, 7, default));
        Assert.Equal(SourceKind.DropFolder, (await new SourceReader(_temp.Database).FindByNameAsync(One, "in", default))!.Kind);
        Assert.Null(await new SourceReader(_temp.Database).FindAsync(Two, 7, default));
        await _temp.Database.WriteAsync(
            async transaction =>
            {
                Assert.False(await new SenderPoolWriter().RemoveAsync(Two, 7, transaction, default));
                Assert.False(await new OutboundRouteWriter().RemoveAsync(Two, 7, transaction, default));
                Assert.False(await new SourceWriter().RemoveUnusedAsync(Two, 7, transaction, default));
                Assert.False(await new SourceWriter().SetFolderAsync(Two, 7, null, transaction, default));
            },
            default);
        Assert.Single(await new SourceReader(_temp.Database).ListDropFoldersAsync(false, default));
    }

    [Fact]
    public async Task ApiTokens_OtherTenant_FindsAndRevokesNothing()
    {
        await SeedAsync();
        var reader = new ApiTokenReader(_temp.Database);
        Assert.Equal(["read"], (await reader.FindByHashAsync("hash", default))!.Scopes);
        Assert.Null(await reader.FindAsync(Two, 7, default));
        await _temp.Database.WriteAsync(
            async transaction => Assert.False(await new ApiTokenWriter().RevokeAsync(Two, 7, T0, transaction, default)), default);
        Assert.Null((await reader.FindAsync(One, 7, default))!.RevokedAt);
    }

    [Fact]
    public async Task Tenants_MoveFromAStateItIsNotIn_MovesNothing()
    {
        await SeedAsync();
        await _temp.Database.WriteAsync(
            async transaction =>
                Assert.False(await new TenantWriter().MoveAsync(One, TenantState.Suspended, TenantState.Archived, transaction, default)),
            default);
        var reader = new TenantReader(_temp.Database, TimeProvider.System);
        Assert.Equal(TenantState.Active, (await reader.FindBySlugAsync("one", default))!.State);
        Assert.Equal([One], (await reader.OverviewAsync([One], default)).Select(row => row.Id));
        Assert.Equal(2, (await reader.OverviewAsync(null, default)).Count);
    }

    [Fact]
    public async Task Domains_OfATenantThatIsNotThere_Refused() =>
        await Assert.ThrowsAnyAsync<DbException>(() => _temp.Database.WriteAsync(
            transaction => new DomainWriter().AddAsync(One, Domain(), transaction, default), default));

    public void Dispose() => _temp.Dispose();

    private static DomainRow Domain() => new() { TenantId = One, Id = 7, Name = "example.net", Selectors = ["s1"], AddedAt = T0 };

    private Task SeedAsync() => _temp.Database.WriteAsync(
        async transaction =>
        {
            foreach (var (id, slug) in ((TenantId, string)[])[(One, "one"), (Two, "two")])
            {
                await new TenantWriter().AddAsync(
                    new TenantRow { Id = id, Slug = slug, Name = slug, State = TenantState.Active, IsDemo = false, CreatedAt = T0 }, transaction, default);
            }
            await new DomainWriter().AddAsync(One, Domain(), transaction, default);
            await new SenderPoolWriter().SaveAsync(
                One, new SenderPoolRow { TenantId = One, Id = 7, Name = "tx", Addresses = [IPAddress.Parse("192.0.2.1")] }, transaction, default);
            await new OutboundRouteWriter().SaveAsync(
                One, new OutboundRouteRow { TenantId = One, Id = 7, Name = "r", Kind = RouteKind.Smarthost, Pool = null, Text = "relay.test" }, transaction, default);
            await new SourceWriter().AddAsync(
                One, new SourceRow { TenantId = One, Id = 7, Name = "in", Kind = SourceKind.DropFolder, Folder = "/in", CreatedAt = T0 }, transaction, default);
            await new ApiTokenWriter().AddAsync(
                One,
                new ApiTokenRow
                {
                    TenantId = One,
                    Id = 7,
                    Name = "t",
                    Prefix = "bb",
                    TokenHash = "hash",
                    Scopes = ["read"],
                    CreatedAt = T0,
                    CreatedBy = 0,
                    ExpiresAt = null,
                    LastUsedAt = null,
                    RevokedAt = null,
                },
                transaction,
                default);
        },
        default);
}

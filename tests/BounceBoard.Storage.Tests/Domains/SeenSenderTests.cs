using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Tests.Plans;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Domains;

/// <summary>How mail was seen to be sent is counted by way, and read for one tenant only.</summary>
public sealed class SeenSenderTests : IAsyncLifetime
{
    private static readonly DomainName Domain = DomainName.Parse("sender.test");

    private StoredFacts _facts = null!;

    private SeenSenderReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task AddAsync_SameWayAgain_AddsUp()
    {
        var way = Way("s1") with { SendingIp = IPAddress.Parse("192.0.2.9"), Helo = "out1.sender.test", Pool = "tx", Reports = 2, LastAt = T0.AddMinutes(5) };
        await AddAsync(way);
        await AddAsync(way with { Reports = 3, Verified = true, LastAt = T0 }, Way("s2"));

        var rows = await Reader.ListAsync(One, T0.AddDays(-1), 10, default);
        Assert.Equal(way with { Reports = 5, Verified = true }, rows[0]);
        Assert.Equal("s2", rows[1].DkimSelector);
        Assert.Empty(await Reader.ListAsync(Two, T0.AddDays(-1), 10, default));
        Assert.Empty(await Reader.ListAsync(One, T0.AddHours(1), 10, default));
    }

    [Fact]
    public async Task SelectorsAsync_TrustedOnesFirstThenTheLatest_OncePerSelectorAndOfThisDomainOnly()
    {
        await AddAsync(
            Way("forged") with { LastAt = T0.AddHours(3) },
            Way("old") with { Verified = true, LastAt = T0.AddDays(-91) },
            Way("s1") with { Verified = true },
            Way("s1") with { Verified = false, Pool = "bulk", LastAt = T0.AddHours(1) },
            Way("s2") with { Verified = true, LastAt = T0.AddHours(2) },
            Way("k1") with { DkimDomain = "esp.test", Verified = true },
            Way("") with { Helo = "out1.sender.test" });

        var found = await Reader.SelectorsAsync(One, Domain, T0.AddDays(-90), 20, default);

        Assert.Equal([("s2", true), ("s1", true), ("forged", false)], found.Select(row => (row.Selector, row.Verified)));
        Assert.Equal(T0.AddHours(1), found[1].LastAt);
        Assert.Equal(["s2"], (await Reader.SelectorsAsync(One, Domain, T0.AddDays(-90), 1, default)).Select(row => row.Selector));
    }

    [Fact]
    public async Task Readers_AmongMany_LookIntoAnIndexByTenant()
    {
        foreach (var sql in await SeenStatements.OfAsync(async () =>
        {
            await Reader.SelectorsAsync(One, Domain, T0, 20, default);
            await Reader.ListAsync(One, T0, 20, default);
        }))
        {
            await AddManyAsync();
            var plan = string.Join('\n', await StatementPlan.OfAsync(_facts.Database, sql));
            Assert.Matches(@"SEARCH seen_sender USING .*\(tenant_id=\? AND (dkim_domain=\?|last_at>\?)|Index Cond: \(\(tenant_id = .*(dkim_domain|last_at)", plan);
        }
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SeenSenderRow Way(string selector) => new() { DkimDomain = "sender.test", DkimSelector = selector, AuthorDomain = "sender.test", Reports = 1, LastAt = T0 };

    private Task AddAsync(params SeenSenderRow[] rows) =>
        _facts.Database.WriteAsync(transaction => new SeenSenderWriter().AddAsync(One, rows, transaction, default), default);

    private async Task AddManyAsync()
    {
        await AddAsync([.. Enumerable.Range(0, 3000).Select(i => Way($"s{i}") with { DkimDomain = $"d{i % 300}.test", LastAt = T0.AddMinutes(-i), Pool = Guid.NewGuid().ToString("N") })]);
        if (_facts.Database.Dialect.Provider == StorageProvider.PostgreSql)
        {
            await _facts.RunAsync("ANALYZE");
        }
    }
}

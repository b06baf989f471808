using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Storage.MxObservations;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.MxObservations;

public sealed class MxRefreshTests : IDisposable
{
    private static readonly DomainName Domain = DomainName.Parse("example.net");
    private static readonly IPAddress Refusing = IPAddress.Parse("198.51.100.7");
    private readonly RefreshHouse _house = new(
        "example.net. 600 IN MX 10 mx1.example.net.", "mx1.example.net. 300 IN A 198.51.100.7",
        "7.100.51.198.in-addr.arpa. 300 IN PTR mx1.example.net.", "8.100.51.198.in-addr.arpa. 300 IN PTR mx8.example.net.");

    [Fact]
    public async Task RefreshDueAsync_OpenIncident_StoresMxAndForwardConfirmedReverseName()
    {
        await OpenIncidentAsync();
        Assert.Equal([Domain], await _house.Refresh.RefreshDueAsync(default));
        var mx = Assert.Single(await _house.MxAsync(Domain));
        Assert.Equal(("test", _house.Time.GetUtcNow()), (mx.Resolver, mx.From));
        var reverse = await _house.Records.ListReverseAsync(Refusing, ObservationOrigin.Live, default);
        Assert.Equal([(RecordType.Ptr, "mx1.example.net"), (RecordType.A, "198.51.100.7")], reverse.Select(row => (row.Answer.Type, row.Answer.Records[0])));
        Assert.Equal(ReverseName.Of(Refusing), reverse[0].Answer.Name);
    }

    [Fact]
    public async Task RefreshDueAsync_BeforeTheTtlEnds_AsksNothing()
    {
        await OpenIncidentAsync();
        await _house.Refresh.RefreshDueAsync(default);
        var asked = _house.Server.Queries;
        _house.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Empty(await _house.Refresh.RefreshDueAsync(default));
        Assert.Equal(asked, _house.Server.Queries);
        _house.Time.Advance(TimeSpan.FromSeconds(62));
        Assert.Empty(await _house.Refresh.RefreshDueAsync(default));
        Assert.True(_house.Server.Queries > asked, "Ten minutes and a tenth later it is due.");
        Assert.Equal(TimeSpan.FromSeconds(661), Assert.Single(await _house.MxAsync(Domain)) is var row ? row.SeenUntil - row.From : default);
    }

    [Fact]
    public async Task RefreshDueAsync_MxMoves_ReturnsTheDomainAndKeepsTheHistory()
    {
        await OpenIncidentAsync();
        await _house.Refresh.RefreshDueAsync(default);
        _house.Server.Replace("example.net. 600 IN MX 10 mx2.example.net.", "mx2.example.net. 300 IN A 203.0.113.9");
        _house.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([Domain], await _house.Refresh.RefreshDueAsync(default));
        Assert.Equal(["mx1.example.net", "mx2.example.net"], (await _house.MxAsync(Domain)).Select(row => row.Answer.Hosts[0].Name.Value));
    }

    [Fact]
    public async Task RefreshDueAsync_DnsFails_BacksOffAndKeepsWhatWasKnown()
    {
        await OpenIncidentAsync();
        await _house.Refresh.RefreshDueAsync(default);
        _house.Server.Fail("example.net", DnsFault.ServFail);
        _house.Time.Advance(TimeSpan.FromHours(1));
        await _house.Refresh.RefreshDueAsync(default);
        var rows = await _house.MxAsync(Domain);
        Assert.Equal([DnsState.Found, DnsState.Unknown], rows.Select(row => row.Answer.State));
        Assert.Equal("SERVFAIL", rows[1].Answer.Rcode);
        var first = await PauseAsync();
        _house.Time.Advance(first);
        await _house.Refresh.RefreshDueAsync(default);
        var second = await PauseAsync();
        Assert.InRange(first, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
        Assert.InRange(second, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task RefreshDueAsync_TwoNodesAtOnce_AskTheDomainOnce()
    {
        await OpenIncidentAsync();
        await Task.WhenAll(_house.Refresh.RefreshDueAsync(default), _house.SecondNode().RefreshDueAsync(default));
        Assert.Equal(1, _house.Server.QueriesFor("example.net"));
    }

    [Fact]
    public async Task RefreshDueAsync_IncidentClosed_DropsTheDomain()
    {
        await OpenIncidentAsync();
        await _house.Refresh.RefreshDueAsync(default);
        await _house.Temp.Database.CloseIncidentAsync(1, 1);
        _house.Time.Advance(TimeSpan.FromHours(7));
        var asked = _house.Server.Queries;
        await _house.Refresh.RefreshDueAsync(default);
        Assert.Null(await _house.Watch.FindAsync(Domain, default));
        Assert.Equal(asked, _house.Server.Queries);
        Assert.Single(await _house.MxAsync(Domain));
    }

    [Fact]
    public async Task RefreshAsync_UnwatchedDomain_IsAskedWithTheGivenAddress()
    {
        Assert.True(await _house.Refresh.RefreshAsync(Domain, [IPAddress.Parse("198.51.100.8"), IPAddress.Parse("10.0.0.1")], default));
        Assert.False(await _house.Refresh.RefreshAsync(Domain, default));
        Assert.Single(await _house.MxAsync(Domain));
        Assert.NotEmpty(await _house.Records.ListReverseAsync(IPAddress.Parse("198.51.100.8"), ObservationOrigin.Live, default));
        Assert.Equal(0, _house.Server.QueriesFor("1.0.0.10.in-addr.arpa"));
        Assert.Null(await _house.Watch.FindAsync(Domain, default));
    }

    public void Dispose() => _house.Dispose();

    private async Task OpenIncidentAsync()
    {
        await _house.Temp.Database.AddTenantAsync(1);
        await _house.Temp.Database.AddIncidentAsync(1, 1, "example.net", "198.51.100.7", _house.Time.GetUtcNow().AddMinutes(-5));
    }

    private async Task<TimeSpan> PauseAsync() =>
        await _house.Watch.FindAsync(Domain, default) is { } row ? row.DueAt - _house.Time.GetUtcNow() : default;
}

using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Resolving;

public sealed class MxAnswerTests : IDisposable
{
    private readonly TestDnsServer _server = TestDnsServer.Start("example.net. 3600 IN SOA ns.example.net. root.example.net. 1 2 3 4 120");

    [Fact]
    public async Task MxAsync_SeveralHosts_OrdersByPreferenceThenNameAndAddressesByFamily()
    {
        _server.Add(
            "example.net. 300 IN MX 20 mx2.example.net.", "example.net. 300 IN MX 10 b.example.net.", "example.net. 300 IN MX 10 a.example.net.",
            "a.example.net. 60 IN AAAA 2001:db8::7", "a.example.net. 60 IN A 198.51.100.9", "a.example.net. 60 IN A 198.51.100.7",
            "b.example.net. 60 IN A 198.51.100.8", "mx2.example.net. 60 IN A 198.51.100.20");
        var answer = await AskAsync();
        Assert.Equal((DnsState.Found, "NOERROR", 300), (answer.State, answer.Rcode, answer.Ttl));
        Assert.Equal(["a.example.net", "b.example.net", "mx2.example.net"], answer.Hosts.Select(host => host.Name.Value));
        Assert.Equal(["198.51.100.7", "198.51.100.9", "2001:db8::7"], answer.Hosts[0].Addresses.Select(address => address.ToString()));
        Assert.False(answer.IsNullMx);
        Assert.Empty(answer.ImplicitAddresses);
    }

    [Fact]
    public async Task MxAsync_NullMx_IsNullAndAsksForNoAddress()
    {
        _server.Add("example.net. 300 IN MX 0 .", "example.net. 300 IN A 198.51.100.7");
        var answer = await AskAsync();
        Assert.True(answer.IsNullMx);
        Assert.Equal(DnsState.Found, answer.State);
        Assert.Empty(answer.Hosts);
        Assert.Empty(answer.ImplicitAddresses);
    }

    [Fact]
    public async Task MxAsync_NoMx_GivesTheDomainsOwnAddressesAndNegativeTtl()
    {
        _server.Add("example.net. 300 IN A 198.51.100.7");
        var answer = await AskAsync();
        Assert.Equal((DnsState.Absent, "NOERROR", false), (answer.State, answer.Rcode, answer.NoSuchDomain));
        Assert.Equal("198.51.100.7", Assert.Single(answer.ImplicitAddresses).ToString());
        Assert.Equal(120, answer.Ttl);
    }

    [Fact]
    public async Task MxAsync_NameDoesNotExist_IsNoSuchDomainAndAsksForNoAddress()
    {
        var answer = await AskAsync("gone.example.net");
        Assert.True(answer.NoSuchDomain);
        Assert.Empty(answer.ImplicitAddresses);
        Assert.Equal(1, _server.QueriesFor("gone.example.net"));
    }

    [Fact]
    public async Task MxAsync_HostIsAlias_FollowsItAsTheResolverReturnedIt()
    {
        _server.Add(
            "example.net. 300 IN MX 10 mx.example.net.", "mx.example.net. 60 IN CNAME farm.provider.test.", "farm.provider.test. 60 IN A 203.0.113.9");
        var host = Assert.Single((await AskAsync()).Hosts);
        Assert.Equal("mx.example.net", host.Name.Value);
        Assert.Equal("203.0.113.9", Assert.Single(host.Addresses).ToString());
    }

    [Fact]
    public async Task MxAsync_AliasLoop_EndsWithoutAddresses()
    {
        _server.Add("example.net. 300 IN MX 10 a.example.net.", "a.example.net. 60 IN CNAME b.example.net.", "b.example.net. 60 IN CNAME a.example.net.");
        var host = Assert.Single((await AskAsync()).Hosts);
        Assert.Empty(host.Addresses);
        Assert.NotEqual(DnsState.Found, host.AddressState);
    }

    [Fact]
    public async Task MxAsync_HostWithoutAddress_IsAbsentNotUnknown()
    {
        _server.Add("example.net. 300 IN MX 10 mx.example.net.");
        Assert.Equal(DnsState.Absent, Assert.Single((await AskAsync()).Hosts).AddressState);
    }

    [Fact]
    public async Task MxAsync_HostFails_IsUnknownAndTheSetStaysFound()
    {
        _server.Add("example.net. 300 IN MX 10 mx.example.net.");
        _server.Fail("mx.example.net", DnsFault.ServFail);
        var answer = await AskAsync();
        Assert.Equal(DnsState.Found, answer.State);
        Assert.Equal(DnsState.Unknown, Assert.Single(answer.Hosts).AddressState);
    }

    [Fact]
    public async Task MxAsync_InternationalName_AsksForTheALabels()
    {
        _server.Add("xn--bcher-kva.example. 300 IN MX 10 mx.xn--bcher-kva.example.", "mx.xn--bcher-kva.example. 60 IN A 198.51.100.7");
        var answer = await AskAsync("Bücher.example");
        Assert.Equal((DnsState.Found, "NOERROR"), (answer.State, answer.Rcode));
        Assert.Equal("xn--bcher-kva.example", answer.Domain.Value);
        Assert.Equal("mx.xn--bcher-kva.example", Assert.Single(answer.Hosts).Name.Value);
        Assert.Equal("198.51.100.7", Assert.Single(answer.Hosts[0].Addresses).ToString());
    }

    [Fact]
    public async Task MxAsync_HundredHosts_KeepsSixtyFour()
    {
        _server.Add([.. Enumerable.Range(100, 100).Select(number => $"example.net. 300 IN MX {number} mx{number}.example.net.")]);
        var answer = await AskAsync();
        Assert.Equal(64, answer.Hosts.Count);
        Assert.Equal("mx100.example.net", answer.Hosts[0].Name.Value);
    }

    public void Dispose() => _server.Dispose();

    private async Task<MxAnswer> AskAsync(string domain = "example.net")
    {
        using var resolvers = ResolverSet.From(_server.OptionsFor());
        return await resolvers.All[0].MxAsync(DomainName.Parse(domain), TestContext.Current.CancellationToken);
    }
}

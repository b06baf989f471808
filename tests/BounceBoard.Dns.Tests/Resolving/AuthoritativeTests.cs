using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Resolving;

public sealed class AuthoritativeTests : IDisposable
{
    // The recursive resolver still holds the old MX; the zone's own server (same port, another loopback address) the new one.
    private readonly TestDnsServer _recursive = TestDnsServer.Start(
        "example.net. 300 IN NS ns1.example.net.", "ns1.example.net. 300 IN A 127.0.0.2",
        "example.net. 300 IN MX 10 old.example.net.", "old.example.net. 300 IN A 198.51.100.1");

    private readonly TestDnsServer _own;

    public AuthoritativeTests() => _own = TestDnsServer.Start(
        new IPEndPoint(IPAddress.Parse("127.0.0.2"), _recursive.Endpoint.Port),
        "example.net. 300 IN NS ns1.example.net.", "example.net. 300 IN MX 10 new.example.net.", "new.example.net. 300 IN A 198.51.100.2");

    [Fact]
    public async Task MxAsync_ResolverIsStale_AuthoritativeSaysTheNewHost()
    {
        var answers = await AskAllAsync("example.net");
        Assert.Equal(["test", "authoritative"], answers.Keys);
        Assert.Equal("old.example.net", Assert.Single(answers["test"].Hosts).Name.Value);
        Assert.Equal("new.example.net", Assert.Single(answers["authoritative"].Hosts).Name.Value);
    }

    [Fact]
    public async Task MxAsync_SubDomainWithoutZone_AsksTheZoneAbove()
    {
        _own.Add("mail.sub.example.net. 300 IN MX 10 new.example.net.");
        var answer = (await AskAllAsync("mail.sub.example.net"))["authoritative"];
        Assert.Equal("198.51.100.2", Assert.Single(Assert.Single(answer.Hosts).Addresses).ToString());
    }

    [Fact]
    public async Task MxAsync_LameServer_IsUnknownNotAbsent()
    {
        _own.IsAuthoritative = false;
        var answer = (await AskAllAsync("example.net"))["authoritative"];
        Assert.Equal((DnsState.Unknown, "LAME"), (answer.State, answer.Rcode));
    }

    [Fact]
    public async Task MxAsync_FirstServerLame_FallsToTheNext()
    {
        _recursive.Add("example.net. 300 IN NS ns0.example.net.", "ns0.example.net. 300 IN A 127.0.0.3");
        using var lame = TestDnsServer.Start(new IPEndPoint(IPAddress.Parse("127.0.0.3"), _recursive.Endpoint.Port));
        lame.Fail("example.net", DnsFault.Refused);
        var answer = (await AskAllAsync("example.net"))["authoritative"];
        Assert.Equal(DnsState.Found, answer.State);
        Assert.True(lame.QueriesFor("example.net") > 0);
    }

    [Fact]
    public async Task MxAsync_NameServersCannotBeFound_IsUnknown()
    {
        _recursive.Fail("example.net", DnsFault.ServFail);
        var answer = (await AskAllAsync("example.net"))["authoritative"];
        Assert.Equal((DnsState.Unknown, "NOSERVERS"), (answer.State, answer.Rcode));
        Assert.Equal(0, _own.Queries);
    }

    [Fact]
    public async Task MxAsync_HostIsAliasIntoAnotherZone_AsksThatZone()
    {
        _own.Replace("example.net. 300 IN NS ns1.example.net.", "example.net. 300 IN MX 10 mx.example.net.", "mx.example.net. 60 IN CNAME farm.provider.test.");
        _recursive.Add("provider.test. 300 IN NS ns.provider.test.", "ns.provider.test. 300 IN A 127.0.0.4");
        using var provider = TestDnsServer.Start(
            new IPEndPoint(IPAddress.Parse("127.0.0.4"), _recursive.Endpoint.Port), "farm.provider.test. 60 IN A 203.0.113.9");
        var answer = (await AskAllAsync("example.net"))["authoritative"];
        Assert.Equal("203.0.113.9", Assert.Single(Assert.Single(answer.Hosts).Addresses).ToString());
    }

    public void Dispose()
    {
        _own.Dispose();
        _recursive.Dispose();
    }

    private async Task<Dictionary<string, MxAnswer>> AskAllAsync(string domain)
    {
        using var resolvers = ResolverSet.From(_recursive.OptionsFor(authoritative: true));
        Dictionary<string, MxAnswer> answers = [];
        foreach (var resolver in resolvers.All)
        {
            answers[resolver.Name] = await resolver.MxAsync(DomainName.Parse(domain), TestContext.Current.CancellationToken);
        }
        return answers;
    }
}

using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>Checks of the zone and its servers, by table: what was found, what the check says.</summary>
public sealed class ZoneCheckTests
{
    private static readonly string[] Servers = ["ns1.example.net", "ns2.example.net"];

    [Theory]
    [InlineData(DelegationState.Referral, "ns1.example.net ns2.example.net", "192.0.2.53", CheckState.Pass)]
    [InlineData(DelegationState.Referral, "ns1.example.net", "192.0.2.53", CheckState.Warn)]
    [InlineData(DelegationState.Referral, "ns1.example.net ns2.example.net old.example.net", "192.0.2.53", CheckState.Warn)]
    [InlineData(DelegationState.Referral, "ns1.example.net ns2.example.net", "192.0.2.99", CheckState.Warn)]
    [InlineData(DelegationState.NotDelegated, "", "192.0.2.53", CheckState.Warn)]
    [InlineData(DelegationState.SameServer, "", "192.0.2.53", CheckState.NotApplicable)]
    [InlineData(DelegationState.Unknown, "", "192.0.2.53", CheckState.Unknown)]
    public void Delegation_AgainstTheZone_Is(DelegationState state, string names, string glue, CheckState expected)
    {
        var facts = Fact.With([.. Fact.GoodLines, "ns1.example.net A 192.0.2.53"]) with
        {
            Delegations = [new("net", "a.nic.example", state, names.Split(' ', StringSplitOptions.RemoveEmptyEntries), [new GlueFact("ns1.example.net", IPAddress.Parse(glue))])],
        };
        Assert.Equal((expected, 0), (facts.Check("delegation").State, facts.Check("delegation").LostPoints));
        Assert.Equal(CheckState.NotApplicable, Fact.Good.Check("delegation").State);
    }

    [Theory]
    [InlineData("7 3600 600 1209600 3600", "7 3600 600 1209600 3600", CheckState.Pass, CheckState.Pass)]
    [InlineData("7 3600 600 1209600 3600", "6 3600 600 1209600 3600", CheckState.Warn, CheckState.Pass)]
    [InlineData("7 60 60 1209600 3600", "7 60 60 1209600 3600", CheckState.Pass, CheckState.Warn)]
    [InlineData("7 3600 7200 1209600 3600", "7 3600 7200 1209600 3600", CheckState.Pass, CheckState.Warn)]
    [InlineData("7 3600 600 4000 3600", "7 3600 600 4000 3600", CheckState.Pass, CheckState.Warn)]
    [InlineData("7 3600 600 1209600 604800", "7 3600 600 1209600 604800", CheckState.Pass, CheckState.Warn)]
    public void Soa_AtTwoServers_Is(string first, string second, CheckState serial, CheckState times)
    {
        var facts = Fact.Good with { NameServers = [Saying(Servers[0], first), Saying(Servers[1], second)] };
        Assert.Equal((serial, times), (facts.Check("soa-serial").State, facts.Check("soa-times").State));
    }

    [Fact]
    public void Soa_NotAnswered_IsUnknownAndAServerAloneHasNobodyToDifferFrom()
    {
        var facts = Fact.With(["example.net FAIL"]) with { NameServers = [] };
        Assert.Equal((CheckState.NotApplicable, CheckState.Unknown), (facts.Check("soa-serial").State, facts.Check("soa-times").State));
    }

    [Theory]
    [InlineData("name-server-edns")]
    [InlineData("name-server-tcp")]
    [InlineData("zone-transfer")]
    [InlineData("open-recursion")]
    public void Manners_OfEachServer_AreJudged(string id)
    {
        NameServerFact Of(bool? isGood) => Fact.Server(Servers[0], "10 mx.example.net") with { KnowsEdns = isGood, AnswersTcp = isGood, GivesZone = !isGood, IsOpenResolver = !isGood };
        CheckState State(params NameServerFact[] servers) => (Fact.Good with { NameServers = servers }).Check(id).State;
        Assert.Equal(CheckState.Pass, State(Of(true), Of(null)));
        Assert.Equal(CheckState.Warn, State(Of(true), Of(false)));
        Assert.Equal(CheckState.Unknown, State(Of(null)));
        Assert.Equal(CheckState.NotApplicable, State());
    }

    [Theory]
    [InlineData(300, CheckState.Pass)]
    [InlineData(86_401, CheckState.Warn)]
    [InlineData(30, CheckState.Warn)]
    public void Ttl_AtTheServers_Is(int ttl, CheckState state)
    {
        var server = new NameServerFact(Servers[0], IPAddress.Parse("192.0.2.53"), [new(Fact.Domain, RecordType.Mx, DnsState.Found, "NOERROR", ["10 mx.example.net"], ttl)], true);
        Assert.Equal(state, (Fact.Good with { NameServers = [server] }).Check("ttl").State);
        Assert.Equal(CheckState.NotApplicable, (Fact.Good with { NameServers = [] }).Check("ttl").State);
    }

    [Fact]
    public void Wildcard_IsAFaultOnlyInThePlaceOfAPolicy()
    {
        string[] wild = ["_no-such-name.example.net TXT v=spf1 -all"];
        Assert.Equal(CheckState.NotApplicable, Fact.Good.Check("wildcard-txt").State);
        Assert.Equal(CheckState.Pass, Fact.With([.. Fact.GoodLines, .. wild]).Check("wildcard-txt").State);
        Assert.Equal(CheckState.Warn, Fact.With([.. Fact.Lines("_smtp._tls.example.net", "TXT"), .. wild, "_smtp._tls.example.net TXT v=spf1 -all"]).Check("wildcard-txt").State);
        Assert.Equal(CheckState.Unknown, Fact.With([.. Fact.GoodLines, "_no-such-name.example.net FAIL"]).Check("wildcard-txt").State);
    }

    [Theory]
    [InlineData("example.net MX 10 mx.gone-provider.example", "mx.gone-provider.example", CheckState.Fail)]
    [InlineData("example.net NS ns1.gone-provider.example", "ns1.gone-provider.example", CheckState.Fail)]
    [InlineData("example.net TXT v=spf1 include:_spf.gone-provider.example ~all", "_spf.gone-provider.example", CheckState.Fail)]
    [InlineData("example.net MX 10 gone.example.net", "gone.example.net", CheckState.Pass)]
    public void Dangling_TargetOfARecord_IsAFaultWhereAnybodyCanRegisterIt(string line, string target, CheckState state)
    {
        string[] lines = [.. Fact.GoodLines.Where(good => !good.StartsWith("example.net TXT", StringComparison.Ordinal)), line];
        var check = Fact.With(lines).Check("dangling");
        Assert.Equal(state, check.State);
        Assert.Equal(state == CheckState.Fail, check.Evidence.Any(text => text.Contains(target, StringComparison.Ordinal)));
        // The host is gone, its domain is not: nobody can register that.
        Assert.Equal(CheckState.Pass, Fact.With([.. lines, "gone-provider.example NS ns.example.org"]).Check("dangling").State);
        Assert.Equal(state == CheckState.Fail ? CheckState.Unknown : CheckState.Pass, Fact.With([.. lines, "gone-provider.example FAIL"]).Check("dangling").State);
    }

    [Fact]
    public void Dangling_AliasOfASelector_IsFollowed()
    {
        // Asked as TXT, an alias whose target is gone does not exist; asked as CNAME, it does.
        var zone = new AliasZone("s1._domainkey.example.net", "s1.gone-provider.example", new WholeZone(Fact.Lines("s1._domainkey.example.net", "TXT")));
        Assert.Equal(CheckState.Fail, (Fact.Good with { Dns = zone }).Check("dangling").State);
    }

    private static NameServerFact Saying(string name, string numbers) =>
        new(name, IPAddress.Parse("192.0.2.53"), [new(Fact.Domain, RecordType.Soa, DnsState.Found, "NOERROR", [$"ns1.example.net hostmaster.example.net {numbers}"], 300)], true);

    private sealed class AliasZone(string alias, string target, IDnsSnapshot others) : IDnsSnapshot
    {
        public RecordAnswer? Find(string name, RecordType type) => name == alias && type == RecordType.Cname
            ? new RecordAnswer(name, type, DnsState.Found, "NOERROR", [target], 300) : others.Find(name, type);
    }
}

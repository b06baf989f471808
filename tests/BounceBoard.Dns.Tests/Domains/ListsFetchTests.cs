using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Microsoft.Extensions.Options;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

public sealed class ListsFetchTests : IDisposable
{
    private static readonly ExamSubject Subject = Exam.Of("sender.test") with
    {
        AskBlocklists = true,
        SendingHosts = [new SendingHost(IPAddress.Parse("192.0.2.9"), null)],
    };

    private readonly TestDnsServer _server = TestDnsServer.Start("2.0.0.127.bl.spamcop.net. 300 IN A 127.0.0.2", "dbltest.com.dbl.spamhaus.org. 300 IN A 127.0.1.2");

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Fetch_AddressAndDomainAreListed_SaysCodesAndReason()
    {
        _server.Add("9.2.0.192.bl.spamcop.net. 300 IN A 127.0.0.2", "9.2.0.192.bl.spamcop.net. 300 IN TXT \"Seen in spam traps\"",
            "sender.test.dbl.spamhaus.org. 300 IN A 127.0.1.4");

        var facts = await OfAsync("bl.spamcop.net, dbl.spamhaus.org");

        Assert.Equal(["192.0.2.9", "sender.test"], facts.Select(fact => fact.Subject));
        Assert.All(facts, fact => Assert.Equal(ListingState.Listed, fact.State));
        Assert.Equal(["127.0.0.2"], facts[0].Codes);
        Assert.Equal("Seen in spam traps", facts[0].Reason);
        Assert.Equal("", facts[1].Reason);
    }

    [Fact]
    public async Task Fetch_NotListed_SaysSoOnlyOfAListThatWorks()
    {
        // PSBL is not there at all: its own test entry is missing.
        var facts = await OfAsync("bl.spamcop.net,psbl.surriel.com");

        Assert.Equal([ListingState.NotListed, ListingState.NotBelieved], facts.Select(fact => fact.State));
    }

    [Fact]
    public async Task Fetch_ListThatListsEverything_IsNotBelieved()
    {
        _server.Add("1.0.0.127.bl.spamcop.net. 300 IN A 127.0.0.2", "9.2.0.192.bl.spamcop.net. 300 IN A 127.0.0.2");

        Assert.Equal(ListingState.NotBelieved, Assert.Single(await OfAsync("bl.spamcop.net")).State);
    }

    [Fact]
    public async Task Fetch_ListThatRefusesTheResolver_IsNoListing()
    {
        _server.Replace("2.0.0.127.bl.spamcop.net. 300 IN A 127.255.255.254", "9.2.0.192.bl.spamcop.net. 300 IN A 127.255.255.254",
            "test.uribl.com.multi.uribl.com. 300 IN A 127.0.0.1", "sender.test.multi.uribl.com. 300 IN A 127.0.0.1", "invalid.multi.uribl.com. 300 IN A 127.0.0.1");

        Assert.All(await OfAsync("bl.spamcop.net,multi.uribl.com"), fact => Assert.Equal((ListingState.QueryRefused, ""), (fact.State, fact.Reason)));
    }

    [Theory]
    [InlineData("9.2.0.192.bl.spamcop.net")]
    [InlineData("2.0.0.127.bl.spamcop.net")]
    public async Task Fetch_ListOrItsTestIsNotAnswered_IsUnknown(string name)
    {
        _server.Fail(name, DnsFault.ServFail);

        Assert.Equal(ListingState.Unknown, Assert.Single(await OfAsync("bl.spamcop.net")).State);
    }

    [Fact]
    public async Task Fetch_ResolverThatInventsAnswers_IsUnknown()
    {
        foreach (var name in new[] { "1.0.0.127", "2.0.0.127", "9.2.0.192" })
            _server.Replace($"{name}.bl.spamcop.net. 300 IN A 192.0.2.200");

        Assert.Equal(ListingState.Unknown, Assert.Single(await OfAsync("bl.spamcop.net")).State);
    }

    [Fact]
    public async Task Fetch_Ipv6Sender_IsAskedWhereTheListHoldsIpv6AndTestedThere()
    {
        const string TestEntry = "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zen.spamhaus.org";
        const string Listed = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.zen.spamhaus.org";
        _server.Add($"{TestEntry}. 300 IN A 127.0.0.2", $"{Listed}. 300 IN A 127.0.0.3");

        var facts = await OfAsync("zen.spamhaus.org,bl.spamcop.net", Subject with { SendingHosts = [new SendingHost(IPAddress.Parse("2001:db8::1"), null)] });

        Assert.Equal(("zen.spamhaus.org", "2001:db8::1", ListingState.Listed), (Assert.Single(facts).Zone, facts[0].Subject, facts[0].State));
    }

    [Fact]
    public async Task Fetch_SubscribersZone_IsAskedThereAndNamedAfterTheList()
    {
        _server.Add("2.0.0.127.key.subscriber.test. 300 IN A 127.0.0.2", "9.2.0.192.key.subscriber.test. 300 IN A 127.0.0.4");

        var fact = Assert.Single(await OfAsync("zen.spamhaus.org=key.subscriber.test"));

        Assert.Equal(("zen.spamhaus.org", ListingState.Listed), (fact.Zone, fact.State));
    }

    [Fact]
    public async Task Fetch_NoneOrNotWanted_AsksNoList()
    {
        Assert.Empty(await OfAsync("none"));
        Assert.Empty(await OfAsync("bl.spamcop.net", Subject with { AskBlocklists = false }));
        Assert.Empty(await OfAsync("bl.spamcop.net", Subject with { SendingHosts = [new SendingHost(IPAddress.Parse("10.0.0.1"), null)] }));
        Assert.Equal(0, _server.QueriesFor("2.0.0.127.bl.spamcop.net"));
    }

    [Fact]
    public async Task Fetch_AgainTheSameDay_TestsTheListOnce()
    {
        var options = _server.OptionsFor();
        options.Blocklists = "bl.spamcop.net";
        using var resolvers = ResolverSet.From(options);
        var fetch = new FactsFetch(resolvers, Options.Create(options), TimeProvider.System);

        await fetch.FetchAsync(Subject, TestContext.Current.CancellationToken);
        await fetch.FetchAsync(Subject, TestContext.Current.CancellationToken);

        Assert.Equal((1, 2), (_server.QueriesFor("2.0.0.127.bl.spamcop.net"), _server.QueriesFor("9.2.0.192.bl.spamcop.net")));
    }

    private async Task<IReadOnlyList<BlocklistFact>> OfAsync(string lists, ExamSubject? subject = null) =>
        (await Exam.OfAsync(_server, subject ?? Subject, options => options.Blocklists = lists)).Blocklists;
}

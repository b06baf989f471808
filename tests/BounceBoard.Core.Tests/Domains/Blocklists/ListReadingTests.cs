using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Blocklists;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Blocklists;

public sealed class ListReadingTests
{
    [Theory]
    [InlineData("zen.spamhaus.org", ListingState.Listed, "127.0.0.2", "127.0.0.10")]
    [InlineData("zen.spamhaus.org", ListingState.QueryRefused, "127.255.255.252")]
    [InlineData("zen.spamhaus.org", ListingState.QueryRefused, "127.255.255.254")]
    [InlineData("bl.spamcop.net", ListingState.QueryRefused, "127.255.255.255")]
    [InlineData("bl.spamcop.net", ListingState.NotListed, "127.0.0.1")]
    [InlineData("bl.spamcop.net", ListingState.Listed, "127.0.0.1", "127.0.0.2")]
    [InlineData("multi.uribl.com", ListingState.QueryRefused, "127.0.0.1")]
    [InlineData("multi.surbl.org", ListingState.QueryRefused, "127.0.0.1")]
    [InlineData("multi.uribl.com", ListingState.Listed, "127.0.0.14")]
    // A zone that was bought, or a resolver that answers every name.
    [InlineData("bl.spamcop.net", ListingState.Unknown, "192.0.2.80")]
    [InlineData("bl.spamcop.net", ListingState.Unknown, "127.0.0.2", "192.0.2.80")]
    [InlineData("bl.spamcop.net", ListingState.Unknown, "no address")]
    public void Of_Answers_GivesTheState(string zone, ListingState expected, params string[] codes) =>
        Assert.Equal(expected, ListReading.Of(Find(zone), Answer(DnsState.Found, codes)).State);

    [Fact]
    public void Of_NoAnswer_IsUnknownAndNoRecordIsNotListed()
    {
        Assert.Equal(ListingState.Unknown, ListReading.Of(Find("bl.spamcop.net"), Answer(DnsState.Unknown)).State);
        Assert.Equal(ListingState.NotListed, ListReading.Of(Find("bl.spamcop.net"), Answer(DnsState.Absent)).State);
    }

    [Theory]
    [InlineData(ListTrust.Believed, ListingState.Listed)]
    [InlineData(ListTrust.NotBelieved, ListingState.NotBelieved)]
    [InlineData(ListTrust.QueryRefused, ListingState.QueryRefused)]
    [InlineData(ListTrust.Unknown, ListingState.Unknown)]
    public void Under_Trust_IsListedOnlyWhenTheListIsBelieved(ListTrust trust, ListingState expected) =>
        Assert.Equal(expected, new ListReading(ListingState.Listed, ["127.0.0.2"]).Under(trust));

    [Theory]
    [InlineData(ListingState.Listed, ListingState.NotListed, ListTrust.Believed)]
    [InlineData(ListingState.Listed, ListingState.Listed, ListTrust.NotBelieved)]
    [InlineData(ListingState.NotListed, ListingState.NotListed, ListTrust.NotBelieved)]
    [InlineData(ListingState.NotListed, ListingState.Unknown, ListTrust.NotBelieved)]
    [InlineData(ListingState.Listed, ListingState.Unknown, ListTrust.Unknown)]
    [InlineData(ListingState.Unknown, ListingState.NotListed, ListTrust.Unknown)]
    [InlineData(ListingState.QueryRefused, ListingState.QueryRefused, ListTrust.QueryRefused)]
    [InlineData(ListingState.QueryRefused, ListingState.Listed, ListTrust.QueryRefused)]
    public void Judge_TestEntries_BelievesOnlyBothRight(ListingState listed, ListingState unlisted, ListTrust expected) =>
        Assert.Equal(expected, ListTest.Judge(new ListReading(listed, []), new ListReading(unlisted, [])));

    [Fact]
    public void For_TestEntries_AreThoseOfTheStandardOrTheKeepersOwn()
    {
        var zen = Find("zen.spamhaus.org");
        Assert.Equal(new ListTest("2.0.0.127.zone.test", "1.0.0.127.zone.test"), ListTest.For(zen, "zone.test", AddressFamily.InterNetwork));
        Assert.Equal(
            "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zone.test",
            ListTest.For(zen, "zone.test", AddressFamily.InterNetworkV6).Listed);
        Assert.Equal(
            new ListTest("test.dbl.nordspam.com", "invalid.dbl.nordspam.com"),
            ListTest.For(Find("dbl.nordspam.com"), "dbl.nordspam.com", AddressFamily.Unspecified));
        Assert.StartsWith("dbltest.com.", ListTest.For(Find("dbl.spamhaus.org"), "dbl.spamhaus.org", AddressFamily.Unspecified).Listed, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AddressOrDomain_MakesTheName()
    {
        Assert.Equal("7.100.51.198.list.test", ListName.Of(IPAddress.Parse("198.51.100.7"), "list.test"));
        Assert.Equal(
            "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.list.test", ListName.Of(IPAddress.Parse("2001:db8::1"), "list.test"));
        Assert.Equal("example.net.list.test", ListName.Of(DomainName.Parse("example.net"), "list.test"));
        var longest = DomainName.Parse(string.Join('.', Enumerable.Repeat(new string('a', 60), 4)));
        Assert.Null(ListName.Of(longest, "multi.surbl.org"));
    }

    [Fact]
    public void Of_Codes_SaysWhatTheKeeperMeans()
    {
        Assert.Equal(2, ListMeaning.Of(Find("zen.spamhaus.org"), ["127.0.0.4", "127.0.0.10", "127.0.0.200"]).Count);
        Assert.Equal(["MW: malware", "ABUSE: advertised in spam"], ListMeaning.Of(Find("multi.surbl.org"), ["127.0.0.80"]));
        Assert.Empty(ListMeaning.Of(Find("bl.spamcop.net"), ["127.0.0.2"]));
    }

    private static Blocklist Find(string zone) => BlocklistCatalogue.Find(zone)!;

    private static RecordAnswer Answer(DnsState state, params string[] records) => new("name.test", RecordType.A, state, "NOERROR", records, 60);
}

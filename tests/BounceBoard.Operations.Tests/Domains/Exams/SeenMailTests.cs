using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Domains;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>What is taken from bounces, and what anybody could have forged is left out.</summary>
public sealed class SeenMailTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
    private static readonly IPAddress Pooled = IPAddress.Parse("192.0.2.10");
    private static readonly IPAddress Logged = IPAddress.Parse("198.51.100.7");
    private static readonly IPAddress Within = IPAddress.Parse("203.0.113.7");
    private static readonly IPAddress Strange = IPAddress.Parse("203.0.113.200");
    private static readonly IPNetwork[] Own = [IPNetwork.Parse("203.0.113.0/25")];

    [Fact]
    public void Hosts_ForgedBounce_MakesNoStrangersAddressTheTenants()
    {
        var mail = Mail(Row with { SendingIp = Strange }, Row with { SendingIp = Within }, Row with { SendingIp = Logged, Verified = true }, Row with { SendingIp = IPAddress.Parse("10.0.0.7"), Verified = true });
        Assert.Equal(
            [(Pooled, SendingHostOrigin.Pool), (Within, SendingHostOrigin.Network), (Logged, SendingHostOrigin.Log)],
            mail.Hosts([Pooled], Own, Now, 32).Select(host => (host.Address, host.Origin)));
    }

    [Fact]
    public void Hosts_LongAgoOrOfAnotherDomain_AreNotTaken() =>
        Assert.Empty(Mail(
            Row with { SendingIp = Logged, Verified = true, LastAt = Now.AddDays(-31) },
            new SeenSenderRow { EnvelopeDomain = "other.test", SendingIp = Logged, Verified = true, LastAt = Now }).Hosts([], Own, Now, 32));

    [Fact]
    public void Hosts_Helo_IsWhatMostTrustedReportsTell()
    {
        var greeting = Row with { SendingIp = Pooled, Verified = true };
        var mail = Mail(
            greeting with { Helo = "localhost", Reports = 2 }, greeting with { Helo = "out.sender.test", Reports = 9 }, greeting with { Helo = "forged.test", Reports = 99, Verified = false });
        Assert.Equal("out.sender.test", Assert.Single(mail.Hosts([Pooled], Own, Now, 32)).Helo);
        Assert.Empty(mail.Senders);
        Assert.Equal(["mta.sender.test"], Mail(Row with { Helo = "mta.sender.test", Verified = true }).Helos);
    }

    [Fact]
    public void Unmanaged_SubdomainThatSends_IsNamedAtTheNearestDomainEntered()
    {
        var mail = Mail(
            Row with { AuthorDomain = "news.sender.test", Verified = true }, Row with { AuthorDomain = "a.shop.sender.test", Verified = true },
            Row with { AuthorDomain = "forged.sender.test" }, Row with { AuthorDomain = "notsender.test", Verified = true });
        Assert.Equal(["news.sender.test"], mail.Unmanaged(["sender.test", "shop.sender.test", "other.test"]));
    }

    [Fact]
    public void Senders_SameWayFromSeveralAddresses_IsOne()
    {
        var signed = Row with { DkimDomain = "sender.test", Verified = true, Reports = 2 };
        var sender = Assert.Single(Mail(signed with { SendingIp = Logged, DkimSelector = "s1" }, signed with { SendingIp = Pooled, DkimSelector = "s2" }, Row with { EnvelopeDomain = "forged.test" }).Senders);
        Assert.Equal(new SeenSender("bounce.sender.test", "sender.test", "sender.test", "", 4, Now), sender);
    }

    private static SeenSenderRow Row { get; } = new() { EnvelopeDomain = "bounce.sender.test", AuthorDomain = "sender.test", Reports = 1, LastAt = Now };

    private static SeenMail Mail(params SeenSenderRow[] rows) => new("sender.test", rows);
}

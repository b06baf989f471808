using System.Net;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

public sealed class HealthScoreTests
{
    [Fact]
    public void Judge_EverythingInOrder_IsAHundred()
    {
        var score = HealthRules.Judge(Fact.Good).Score;
        Assert.Equal((100, 100, 100, 100, "A"), (score.Value, score.Low, score.High, score.Coverage, score.Grade));
        Assert.Empty(score.Caps);
    }

    [Fact]
    public void Judge_ReportsUnknown_LeavesThemOutAndWidensTheRange()
    {
        // 25 for real mail and 2 for reports that arrive are open; p=none with rua loses 9, subdomains and invented names 8: 56 of 73 are won.
        var facts = Fact.Replacing("_dmarc.example.net", "TXT", "_dmarc.example.net TXT v=DMARC1; p=none; rua=mailto:dmarc@example.net") with { Reports = null };
        var score = HealthRules.Judge(facts).Score;
        Assert.Equal((77, 56, 83, 73, "C"), (score.Value, score.Low, score.High, score.Coverage, score.Grade));
    }

    [Fact]
    public void Judge_NothingAsked_KnowsNothing()
    {
        var facts = new DomainFacts { Domain = Fact.Good.Domain, At = Fact.Now, Resolver = "test", Dns = new BounceBoard.Core.Domains.DnsSnapshot() };
        var health = HealthRules.Judge(facts);
        Assert.Equal((null, 0, 100, 0, ""), (health.Score.Value, health.Score.Low, health.Score.High, health.Score.Coverage, health.Score.Grade));
        Assert.Empty(health.Issues);
        Assert.All(health.Score.Parts, part => Assert.Null(part.Won));
    }

    [Fact]
    public void Judge_QuarantineAndReject_AreWorthTheSame() =>
        Assert.Equal(
            Won(Fact.Replacing("_dmarc.example.net", "TXT", "_dmarc.example.net TXT v=DMARC1; p=reject; rua=mailto:dmarc@example.net")),
            Won(Fact.Replacing("_dmarc.example.net", "TXT", "_dmarc.example.net TXT v=DMARC1; p=quarantine; rua=mailto:dmarc@example.net")));

    [Fact]
    public void Judge_SoftfailAndFail_AreWorthTheSame() =>
        Assert.Equal(
            Won(Fact.Replacing("example.net", "TXT", "example.net TXT v=spf1 ip4:192.0.2.0/24 ~all")), Won(Fact.Replacing("example.net", "TXT", "example.net TXT v=spf1 ip4:192.0.2.0/24 -all")));

    [Fact]
    public void Judge_OwnReportAddressRemoved_CostsNothing()
    {
        const string Two = "_dmarc.example.net TXT v=DMARC1; p=none; rua=mailto:in@example.net,mailto:dmarc@example.net";
        const string One = "_dmarc.example.net TXT v=DMARC1; p=none; rua=mailto:dmarc@example.net";
        // Reports are seen here only while they are sent here: that they cease is no fault of the domain.
        var before = Fact.Replacing("_dmarc.example.net", "TXT", Two) with { OwnReportAddresses = ["in@example.net"] };
        var after = Fact.Replacing("_dmarc.example.net", "TXT", One) with { OwnReportAddresses = ["in@example.net"], Reports = null };
        Assert.Equal(HealthRules.Judge(before).Checks.Sum(check => check.LostPoints), HealthRules.Judge(after).Checks.Sum(check => check.LostPoints));
        Assert.Equal(HealthRules.Judge(before).Score.Value, HealthRules.Judge(after with { Reports = before.Reports }).Score.Value);
        Assert.Equal(HealthRules.Judge(before).Issues.Select(check => check.Key), HealthRules.Judge(after).Issues.Select(check => check.Key));
    }

    [Theory]
    [InlineData("v=spf1 +all", "spf-all", 29)]
    [InlineData("v=spf1 ip4:192.0.2.300 ~all", "spf-syntax", 59)]
    [InlineData("v=spf1 include:gone.example.net ~all", "spf-includes", 59)]
    public void Judge_SpfFault_Caps(string spf, string check, int most)
    {
        var cap = Assert.Single(HealthRules.Judge(Fact.Replacing("example.net", "TXT", $"example.net TXT {spf}")).Score.Caps);
        Assert.Equal((check, most), (cap.CheckId, cap.Most));
    }

    [Fact]
    public void Judge_OtherGraveFaults_Cap()
    {
        Assert.Equal(49, Value(Fact.Replacing("_dmarc.example.net", "TXT")));
        Assert.Equal(19, Value(Fact.Good with { Dnssec = DnssecState.Bogus }));
        Assert.Equal(59, Value(Fact.Good with { Blocklists = [Fact.List(ListingState.Listed)] }));
        Assert.Equal(39, Value(Fact.Good with { MailHosts = [Fact.Host(MailHostState.Unreachable)] }));
    }

    [Fact]
    public void Judge_DomainListed_DoesNotCapButLosesItsPoints()
    {
        var health = HealthRules.Judge(Fact.Good with { Blocklists = [Fact.List(ListingState.NotListed), Fact.List(ListingState.Listed, subject: "example.net")] });
        Assert.Empty(health.Score.Caps);
        Assert.Equal(94, health.Score.Value);
    }

    [Fact]
    public void Judge_ParkedDomain_HasItsOwnFigure()
    {
        var parked = Fact.With("example.net TXT v=spf1 -all", "example.net MX 0 .", "_dmarc.example.net TXT v=DMARC1; p=reject; np=reject") with { Selectors = [], Dnssec = DnssecState.Insecure };
        var score = HealthRules.Judge(parked).Score;
        Assert.Equal((DomainProfile.Parked, 90, 100), (score.Profile, score.Value, score.Coverage));
        // Quarantine wins half of 50.
        Assert.Equal(65, Value(Fact.With("example.net TXT v=spf1 -all", "example.net MX 0 .", "_dmarc.example.net TXT v=DMARC1; p=quarantine") with { Selectors = [], Dnssec = DnssecState.Insecure }));
    }

    [Theory]
    [InlineData(DomainProfile.Sending, true, DomainProfile.Sending)]
    [InlineData(DomainProfile.Sending, false, DomainProfile.Parked)]
    [InlineData(DomainProfile.Parked, true, DomainProfile.Parked)]
    public void Judge_SilentRecords_DecideOnlyWhereNobodySaidOtherwise(DomainProfile profile, bool isSaid, DomainProfile expected)
    {
        var silent = Fact.With("example.net TXT v=spf1 -all", "example.net MX 0 .") with { Profile = profile, IsProfileSaid = isSaid };
        Assert.Equal(expected, HealthRules.Judge(silent).Score.Profile);
    }

    [Fact]
    public void Judge_NoDmarcRecord_IsOneIssueThatCostsAllThatHangsOnIt()
    {
        var health = HealthRules.Judge(Fact.Replacing("_dmarc.example.net", "TXT"));
        var issue = Assert.Single(health.Issues, check => check.LostPoints > 0);
        Assert.Equal(("dmarc-record", 30), (issue.Id, issue.LostPoints));
    }

    [Fact]
    public void Judge_ManySendingAddresses_ShareThePoints()
    {
        var facts = Fact.Good with { SendingHosts = [new(Fact.Sender, "out.example.net"), new(IPAddress.Parse("192.0.2.11"), null)] };
        // The second has no PTR: 5 / 2 × 4/5 are lost, and its HELO is unknown: 5 / 2 × 1/5.
        var part = facts.Part("sending-hosts");
        Assert.Equal((2.5, 0.5, 2.0), (part.Won, part.Unknown, Math.Round(part.Lost, 6)));
    }

    private static int? Value(DomainFacts facts) => HealthRules.Judge(facts).Score.Value;

    private static double Won(DomainFacts facts) => HealthRules.Judge(facts).Score.Parts.Sum(part => part.Won ?? 0);
}

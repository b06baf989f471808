using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>What bounces tell of how mail is sent, judged over the domain's records.</summary>
public sealed class SeenSenderTests
{
    private const string Dmarc = "_dmarc.example.net";

    [Fact]
    public void ReturnPath_Below_IsJudgedByItsOwnRecord()
    {
        var facts = Seen(Sender("bounce.example.net"), Sender("none.example.net"), Sender("bad.example.net"), Sender("esp.test")) with
        {
            Dns = new WholeZone([.. Fact.GoodLines, "bounce.example.net TXT v=spf1 ip4:192.0.2.0/24 -all", "bad.example.net TXT v=spf1 include:gone.test -all"]),
        };
        Assert.Equal(
            [("bounce.example.net", CheckState.Pass), ("none.example.net", CheckState.Warn), ("bad.example.net", CheckState.Warn)],
            Checks(facts, "spf-return-path").Select(check => (check.Subject, check.State)));
    }

    [Fact]
    public void Helo_OfTheDomainsServers_WantsARecordThatLetsItsAddressPass()
    {
        var facts = Fact.Good with { SendingHosts = [new(Fact.Sender, "out.example.net")], SeenHelos = ["mta.esp.test"] };
        var check = Assert.Single(Checks(facts, "spf-helo"));
        Assert.Equal(("out.example.net", CheckState.Warn, 0.0), (check.Subject, check.State, check.LostPoints));
        Assert.Equal(("out.example.net", "v=spf1 a -all"), (check.Advice!.Records[0].Name, check.Advice.Records[0].Value));
    }

    [Theory]
    [InlineData("out.example.net", CheckState.Pass, 1)]
    [InlineData("smtp.example.net", CheckState.Pass, 2)]
    [InlineData("mx.example.net", CheckState.Fail, 1)]
    [InlineData("localhost", CheckState.Fail, 1)]
    public void Helo_LeadsToTheAddress_AndANameBesidesThePtrIsToldOf(string helo, CheckState state, int lines)
    {
        var facts = Fact.With([.. Fact.GoodLines, "smtp.example.net A 192.0.2.10"]) with { SendingHosts = [new(Fact.Sender, helo)] };
        var check = Assert.Single(Checks(facts, "helo"));
        Assert.Equal((state, lines), (check.State, check.Evidence.Count));
    }

    [Theory]
    [InlineData("bounce.example.net", "", CheckState.Pass)]
    [InlineData("esp.test", "example.net", CheckState.Pass)]
    [InlineData("esp.test", "esp.test", CheckState.Warn)]
    [InlineData("esp.test", "", CheckState.Warn)]
    public void Alignment_ByOneOfBoth_IsEnough(string envelope, string signer, CheckState state) =>
        Assert.Equal(state, Assert.Single(Checks(Seen(Sender(envelope, signer)), "dmarc-alignment")).State);

    [Fact]
    public void Alignment_MailWithTwoSignatures_PassesByEither() =>
        Assert.Equal(CheckState.Pass, Assert.Single(Checks(Seen(Sender("esp.test", "esp.test"), Sender("esp.test", "example.net")), "dmarc-alignment")).State);

    [Theory]
    [InlineData("adkim=s; aspf=s", "bounce.example.net", "", CheckState.Warn)]
    [InlineData("adkim=s; aspf=s", "example.net", "", CheckState.Pass)]
    [InlineData("adkim=s", "bounce.example.net", "", CheckState.Pass)]
    [InlineData("adkim=s; aspf=s", "esp.test", "", CheckState.Pass)]
    [InlineData("fo=1", "bounce.example.net", "", CheckState.NotApplicable)]
    public void Strict_BreaksASenderThatRelaxedWouldPass_Warns(string tags, string envelope, string signer, CheckState state)
    {
        var facts = Seen(Sender(envelope, signer)) with { Dns = new WholeZone([.. Fact.Lines(Dmarc, "TXT"), $"{Dmarc} TXT v=DMARC1; p=reject; {tags}"]) };
        Assert.Equal(state, Assert.Single(Checks(facts, "dmarc-strict")).State);
    }

    [Fact]
    public void Subdomain_ThatNobodyLooksAfter_IsAnIssueWithoutPoints()
    {
        var health = HealthRules.Judge(Fact.Good with { UnmanagedSubdomains = ["news.example.net"] });
        var check = health.Checks.Single(one => one.Id == "subdomain-unmanaged");
        Assert.Equal(("news.example.net", CheckState.Warn, 0.0), (check.Subject, check.State, check.LostPoints));
        Assert.Equal(HealthRules.Judge(Fact.Good).Score.Value, health.Score.Value);
    }

    [Fact]
    public void NothingSeen_NothingApplies() =>
        Assert.All(
            HealthRules.Judge(Fact.Good with { SendingHosts = [] }).Checks.Where(check => check.Id is "spf-return-path" or "spf-helo" or "dmarc-alignment" or "dmarc-strict" or "subdomain-unmanaged"),
            check => Assert.Equal(CheckState.NotApplicable, check.State));

    [Theory]
    [InlineData(1, CheckState.Fail)]
    [InlineData(30, CheckState.NotApplicable)]
    [InlineData(null, CheckState.NotApplicable)]
    public void Selector_SeenAndGone_FailsOnlyWhileATrustedSourceSaysItSigns(int? daysAgo, CheckState state)
    {
        var facts = Fact.Good with
        {
            Selectors = [new("s1", SelectorOrigin.Configured), new("old", SelectorOrigin.Seen) { LastSeen = daysAgo is { } days ? Fact.Now.AddDays(-days) : null }],
        };
        Assert.Equal(state, Checks(facts, "dkim-key").Single(check => check.Subject == "old").State);
    }

    [Theory]
    [InlineData("192.0.2.10", "a@example.net", "s1", false)]
    [InlineData("198.51.100.9", "a@example.net", "s1", true)]
    [InlineData("192.0.2.10", "a@example.net", "gone", true)]
    [InlineData(null, null, null, false)]
    public void SentThen_SpfOfTheAddressAndKeyOfTheSignature_AreOfThen(string? ip, string? sender, string? selector, bool isFaulty)
    {
        var sent = SentThen.Of(Fact.Good, ip is null ? null : IPAddress.Parse(ip), sender, selector is null ? null : ("example.net", selector), Fact.Now);
        Assert.Equal(isFaulty, sent.IsFaulty);
        Assert.Equal((ip is null, selector is null), (sent.Spf is null, sent.KeyAnswer == DnsState.Unknown));
    }

    [Fact]
    public void SentThen_AnswersThatWereNotKept_AreUnknown()
    {
        var sent = SentThen.Of(Fact.Good with { Dns = new DnsSnapshot() }, Fact.Sender, "a@example.net", ("example.net", "s1"), Fact.Now);
        Assert.Equal((null, DnsState.Unknown, false), (sent.Spf, sent.KeyAnswer, sent.IsFaulty));
    }

    private static DomainFacts Seen(params SeenSender[] senders) => Fact.Good with { SeenSenders = senders };

    private static SeenSender Sender(string envelope, string signer = "") => new(envelope, "example.net", signer, "", 3, Fact.Now);

    private static IEnumerable<HealthCheck> Checks(DomainFacts facts, string id) => HealthRules.Judge(facts).Checks.Where(check => check.Id == id);
}

using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>Checks by table: what DNS says, what the check says.</summary>
public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("v=spf1 ip4:192.0.2.0/24 ~all", "spf-record", CheckState.Pass)]
    [InlineData("v=spf10 ~all", "spf-record", CheckState.Fail)]
    [InlineData("v=spf1 ip4:192.0.2.256 ~all", "spf-syntax", CheckState.Fail)]
    [InlineData("v=spf1 include:gone.example.net ~all", "spf-includes", CheckState.Fail)]
    [InlineData("v=spf1 include:example.net ~all", "spf-includes", CheckState.Fail)]
    [InlineData("v=spf1 ?all", "spf-all", CheckState.Warn)]
    [InlineData("v=spf1 +all", "spf-all", CheckState.Fail)]
    [InlineData("v=spf1 ptr ~all", "spf-ptr", CheckState.Warn)]
    [InlineData("v=spf1 ip4:192.0.0.0/8 ~all", "spf-networks", CheckState.Warn)]
    [InlineData("v=spf1 ~all ip4:192.0.2.1", "spf-terms", CheckState.Warn)]
    [InlineData("v=spf1 a:n1.example.net ~all", "spf-void", CheckState.Warn)]
    [InlineData("v=spf1 a:n1.example.net a:n2.example.net a:n3.example.net ~all", "spf-void", CheckState.Fail)]
    public void Spf_Record_Is(string text, string id, CheckState state) => Assert.Equal(state, Fact.Replacing("example.net", "TXT", $"example.net TXT {text}").Check(id).State);

    [Theory]
    [InlineData("v=DMARC1; p=reject", "dmarc-record", CheckState.Pass)]
    [InlineData("v=dmarc1; p=reject", "dmarc-record", CheckState.Fail)]
    [InlineData("v=DMARC1; p=none", "dmarc-policy", CheckState.Warn)]
    [InlineData("v=DMARC1; p=quarantine; t=y", "dmarc-policy", CheckState.Warn)]
    [InlineData("v=DMARC1; p=reject; t=y", "dmarc-policy", CheckState.Pass)]
    [InlineData("v=DMARC1; p=reject; t=y", "dmarc-test", CheckState.Warn)]
    [InlineData("v=DMARC1; p=reject; sp=none", "dmarc-subdomains", CheckState.Warn)]
    [InlineData("v=DMARC1; p=reject; sp=none; np=reject", "dmarc-nonexistent", CheckState.Pass)]
    [InlineData("v=DMARC1; p=reject", "dmarc-reports", CheckState.Warn)]
    [InlineData("v=DMARC1; p=reject; rua=mailto:a@example.org", "dmarc-reports", CheckState.Fail)]
    [InlineData("v=DMARC1; p=reject; rua=mailto:a@example.net", "dmarc-reports", CheckState.Pass)]
    [InlineData("v=DMARC1; p=reject; adkim=x", "dmarc-tags", CheckState.Warn)]
    [InlineData("v=DMARC1; p=reject; pct=50", "dmarc-tags", CheckState.Pass)]
    public void Dmarc_Record_Is(string text, string id, CheckState state) =>
        Assert.Equal(state, Fact.Replacing("_dmarc.example.net", "TXT", $"_dmarc.example.net TXT {text}").Check(id).State);

    [Fact]
    public void Dmarc_TwoAnswers_AreShownWhereTheyDiffer()
    {
        // The record of the shortest name is the organization by the walk; the suffix list says example.net.
        var facts = Fact.With([.. Fact.GoodLines, "_dmarc.net TXT v=DMARC1; p=none; psd=u"]);
        Assert.Equal(CheckState.Warn, facts.Check("dmarc-legacy").State);
        Assert.Equal(CheckState.Pass, Fact.Good.Check("dmarc-legacy").State);
    }

    [Fact]
    public void Dkim_NoneAmongThoseTried_IsUnknownAndNeverAFault()
    {
        var facts = Fact.Replacing("s1._domainkey.example.net", "TXT") with { Selectors = [new("google", SelectorOrigin.Common)] };
        Assert.Equal((CheckState.Unknown, null), (facts.Check("dkim").State, facts.Part("dkim").Won));
        Assert.DoesNotContain(HealthRules.Judge(facts).Issues, check => check.Area == CheckArea.Dkim);
    }

    [Fact]
    public void Dkim_Keys_AreWorthTheirLength()
    {
        double? Won(string key) => Fact.Replacing("s1._domainkey.example.net", "TXT", $"s1._domainkey.example.net TXT {key}").Part("dkim").Won;
        Assert.Equal([6, 3, 0, 3], new[] { Fact.Strong, Fact.Short, Fact.Broken, $"{Fact.Strong}; t=y" }.Select(Won));
        Assert.Null(Won("v=DKIM1; p="));
    }

    [Fact]
    public void Transport_Hosts_AreJudged()
    {
        Assert.Equal(CheckState.Fail, (Fact.Good with { MailHosts = [Fact.Host(MailHostState.Plain)] }).Check("starttls").State);
        Assert.Equal(CheckState.Fail, (Fact.Good with { MailHosts = [Fact.Host(MailHostState.Encrypted, "TLSv1.1")] }).Check("starttls").State);
        Assert.Equal(CheckState.Fail, (Fact.Good with { MailHosts = [Fact.Host(MailHostState.Encrypted, isTrusted: false)] }).Check("certificate").State);
        Assert.Equal(CheckState.Unknown, (Fact.Good with { MailHosts = [Fact.Host(MailHostState.NotTried)] }).Check("starttls").State);
        Assert.Equal(CheckState.Fail, (Fact.Good with { MailHosts = [Fact.Host(MailHostState.Unreachable)] }).Check("mx-reachable").State);
    }

    [Theory]
    [InlineData("testing", "mx.example.net", 2.0)]
    [InlineData("enforce", "*.example.net", 5.0)]
    [InlineData("enforce", "*.net", 0.0)]
    [InlineData("none", "mx.example.net", 0.0)]
    public void Transport_Policy_IsWorth(string mode, string mx, double won) =>
        Assert.Equal(won, (Fact.Good with { MtaStsPolicy = new(200, "text/plain", $"version: STSv1\nmode: {mode}\nmx: {mx}\nmax_age: 86400\n", "", false) }).Part("transport-policy").Won);

    [Theory]
    [InlineData(ListingState.Unknown)]
    [InlineData(ListingState.QueryRefused)]
    [InlineData(ListingState.NotBelieved)]
    public void Blocklist_ThatSaysNothing_IsNoListing(ListingState state)
    {
        var facts = Fact.Good with { Blocklists = [Fact.List(state)] };
        Assert.Null(facts.Part("blocklists").Won);
        Assert.DoesNotContain(HealthRules.Judge(facts).Issues, check => check.Area == CheckArea.Blocklists);
    }

    [Fact]
    public void NameServers_ThatDiffer_AreAFault() =>
        Assert.Equal(CheckState.Fail, (Fact.Good with { NameServers = [Fact.Server("ns1.example.net", "10 a.example.net"), Fact.Server("ns2.example.net", "10 b.example.net")] }).Check("name-servers").State);
}

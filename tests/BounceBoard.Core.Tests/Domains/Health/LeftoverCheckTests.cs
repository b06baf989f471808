using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>Checks that cost no points: whom SPF lets send, what is left of old standards, where reports go.</summary>
public sealed class LeftoverCheckTests
{
    [Fact]
    public void SpfType_LeftOver_IsNamed()
    {
        Assert.Equal(CheckState.NotApplicable, Fact.Good.Check("spf-type").State);
        Assert.Equal(CheckState.Warn, Fact.With([.. Fact.GoodLines, "example.net SPF v=spf1 -all"]).Check("spf-type").State);
        Assert.Equal(CheckState.Unknown, (Fact.Good with { Dns = new Unanswered("example.net", Fact.Good.Dns) }).Check("spf-type").State);
    }

    [Theory]
    [InlineData("v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/24 ~all", CheckState.Pass)]
    [InlineData("v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.7 ~all", CheckState.Warn)]
    [InlineData("v=spf1 ip4:192.0.2.0/24 -ip4:192.0.2.7 ~all", CheckState.Pass)]
    [InlineData("v=spf1 include:one.example.org include:two.example.org ~all", CheckState.Warn)]
    [InlineData("v=spf1 include:one.example.org ~all include:two.example.org", CheckState.Pass)]
    public void SpfOverlap_InTheOwnRecord_IsNamed(string text, CheckState state) => Assert.Equal(state, Spf(
        text, "one.example.org TXT v=spf1 include:two.example.org ~all", "two.example.org TXT v=spf1 ip4:203.0.113.0/24 ~all").Check("spf-overlap").State);

    [Theory]
    [InlineData("v=spf1 ip4:192.0.2.0/24 ~all", CheckState.NotApplicable)]
    [InlineData("v=spf1 include:_spf.google.com ~all", CheckState.Pass)]
    [InlineData("v=spf1 include:relay.mailchannels.net ~all", CheckState.Warn)]
    [InlineData("v=spf1 ?include:relay.mailchannels.net ~all", CheckState.NotApplicable)]
    public void SpfShared_ServersOfManyCustomers_AreNamed(string text, CheckState state) =>
        Assert.Equal(state, Spf(text, "_spf.google.com TXT v=spf1 ~all", "relay.mailchannels.net TXT v=spf1 ~all").Check("spf-shared").State);

    [Theory]
    [InlineData("v=spf1 ip4:192.0.2.0/24 ~all", CheckState.NotApplicable)]
    [InlineData("v=spf1 include:%{i}._spf.provider.example ~all", CheckState.Pass)]
    public void SpfHosted_Macros_AreShown(string text, CheckState state) => Assert.Equal(state, Spf(text).Check("spf-hosted").State);

    [Fact]
    public void SpfStyle_RecordsBelowTheDomain_AreItsOwn()
    {
        Assert.Equal(CheckState.Warn, Spf("v=spf1 include:_n1.example.net ~all", "_n1.example.net TXT v=spf1 ptr ~all").Check("spf-ptr").State);
        Assert.Equal(CheckState.Pass, Spf("v=spf1 include:one.example.org ~all", "one.example.org TXT v=spf1 ptr ~all").Check("spf-ptr").State);
    }

    [Fact]
    public void Adsp_LeftOver_IsNamed()
    {
        Assert.Equal(CheckState.NotApplicable, Fact.Good.Check("dkim-adsp").State);
        Assert.Equal(CheckState.Warn, Fact.With([.. Fact.GoodLines, "_adsp._domainkey.example.net TXT dkim=discardable"]).Check("dkim-adsp").State);
        Assert.Equal(CheckState.Unknown, Fact.With([.. Fact.GoodLines, "_adsp._domainkey.example.net FAIL"]).Check("dkim-adsp").State);
    }

    [Theory]
    [InlineData("dmarc@example.net", CheckState.Pass)]
    [InlineData("dmarc@a.example.org", CheckState.Pass)]
    [InlineData("dmarc@null.example.org", CheckState.Warn)]
    [InlineData("dmarc@gone.example.org", CheckState.Warn)]
    [InlineData("dmarc@open.example.org", CheckState.Unknown)]
    public void ReportMailbox_OfTheAddress_Is(string address, CheckState state) => Assert.Equal(
        state, Dmarc($"v=DMARC1; p=reject; rua=mailto:{address}", "a.example.org A 192.0.2.7", "null.example.org MX 0 .", "open.example.org FAIL").Check("dmarc-reports-mailbox").State);

    [Theory]
    [InlineData("mailto:a@example.net,mailto:b@example.net", CheckState.NotApplicable)]
    [InlineData("mailto:a@example.net,mailto:b@example.net,mailto:c@example.net", CheckState.Warn)]
    public void ReportCount_OverTwo_IsNamed(string addresses, CheckState state) => Assert.Equal(state, Dmarc($"v=DMARC1; p=reject; rua={addresses}").Check("dmarc-reports-count").State);

    private static DomainFacts Spf(string text, params string[] others) => Fact.Replacing("example.net", "TXT", [$"example.net TXT {text}", .. others]);

    private static DomainFacts Dmarc(string text, params string[] others) => Fact.Replacing("_dmarc.example.net", "TXT", [$"_dmarc.example.net TXT {text}", .. others]);

    private sealed class Unanswered(string name, IDnsSnapshot others) : IDnsSnapshot
    {
        public RecordAnswer? Find(string asked, RecordType type) =>
            asked == name && type == RecordType.Spf ? null : others.Find(asked, type);
    }
}

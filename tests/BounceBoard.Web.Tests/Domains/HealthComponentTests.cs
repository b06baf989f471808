using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Web.Domains.Health;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

public sealed class HealthComponentTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public void Score_WithUnknownPoints_ShowsRangeCoverageAndCap()
    {
        var panel = _house.Render<ScorePanel>(at => at.Add(it => it.Score, SampleHealth.Score).Add(it => it.Checks, SampleHealth.Health.Checks));
        Assert.Contains("59 (50–66)", panel.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("coverage 84 %", panel.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("Capped at 59.", panel.Find(".note.stop").TextContent, StringComparison.Ordinal);
        Assert.Contains("0 of 6", panel.FindAll(".score-part")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("SPF stays within ten look-ups", panel.FindAll(".score-part")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_UnknownPart_IsUnknownAndNotZero()
    {
        var part = _house.Render<ScoreParts>(at => at.Add(it => it.Score, SampleHealth.Score).Add(it => it.Checks, SampleHealth.Health.Checks)).FindAll(".score-part")[2];
        Assert.Contains("unknown, 6 open", part.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0 of", part.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Badge_NothingKnown_SaysUnknown()
    {
        var badge = _house.Render<ScoreBadge>(at => at.Add(it => it.Value, null).Add(it => it.Low, 0).Add(it => it.High, 100).Add(it => it.Grade, "").Add(it => it.Coverage, 0));
        Assert.Equal("? unknown", badge.Find(".score-badge").TextContent.Trim());
    }

    [Fact]
    public void Issue_WithAdvice_ShowsWhatWhyHowAndTheRecordToCopy()
    {
        var card = _house.Render<IssueCard>(at => at.Add(it => it.Check, SampleHealth.Fault).Add(it => it.Domain, SampleHealth.Domain).Add(it => it.Host, DnsHost.Of(SampleHealth.Domain, SampleHealth.Dns)));
        foreach (var text in (string[])["Receivers stop at the eleventh.", "SPF then protects nothing.", "Remove an include.", "12 look-ups", "RFC 7208 §4.6.4", "−6 points", "At Cloudflare:"])
        {
            Assert.Contains(text, card.Markup, StringComparison.Ordinal);
        }
        Assert.Equal("v=spf1 mx -all", card.Find(".publish .copy.always").GetAttribute("data-copy"));
    }

    [Fact]
    public void Issue_RecordOfAnotherZone_IsNotSentToTheDomainsDnsHost()
    {
        var advice = new HealthAdvice("Not allowed.", "Reports stay away.", [], [new ProposedRecord($"{SampleHealth.Domain}._report._dmarc.reports.example", RecordType.Txt, "v=DMARC1")]);
        var card = _house.Render<IssueCard>(at => at.Add(it => it.Check, SampleHealth.Fault with { Advice = advice }).Add(it => it.Domain, SampleHealth.Domain)
            .Add(it => it.Host, DnsHost.Of(SampleHealth.Domain, SampleHealth.Dns)));
        Assert.DoesNotContain("Cloudflare", card.Markup, StringComparison.Ordinal);
        Assert.Contains("whoever keeps that zone", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void SpfTree_WithIncludes_AddsUpTheCosts()
    {
        var tree = _house.Render<SpfTree>(at => at.Add(it => it.Survey, SampleHealth.Health.Spf).Add(it => it.Dns, SampleHealth.Dns));
        var first = tree.Find(".spf-branch > li");
        Assert.Contains("include:_spf.example.net", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 look-ups", first.QuerySelector(".tag")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("include:deep.example.net", first.QuerySelector(".spf-branch")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 of 10 look-ups", tree.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("never get there", tree.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_WithTestMode_ShowsStepsAndWhatReceiversDo()
    {
        var walk = _house.Render<WalkSteps>(at => at.Add(it => it.Discovery, SampleHealth.Health.Dmarc));
        Assert.Equal(2, walk.FindAll("tbody tr").Count);
        Assert.Contains("_dmarc.acme.test", walk.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("act as for none", walk.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Selectors_SeenButUnanswered_AreUnknownAndCommonMissesOnlyCounted()
    {
        var table = _house.Render<SelectorTable>(at => at.Add(it => it.Facts, SampleHealth.Facts).Add(it => it.Checks, SampleHealth.Health.Checks));
        Assert.Equal(["s1", "s9"], table.FindAll("tbody th code").Select(code => code.TextContent));
        Assert.Contains("not asked yet", table.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("RSA, 2048 bits", table.FindAll("tbody tr")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 common name was tried as well; under 1 of them nothing stands", table.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Mx_HostWithoutAnswer_IsUnknownAndTheOtherShowsItsCertificate()
    {
        var rows = _house.Render<MxTable>(at => at.Add(it => it.Facts, SampleHealth.Facts)).FindAll("tbody tr");
        Assert.Contains("ends in 34 days", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("TLSv1.3", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("mx.acme.test", rows[0].QuerySelector("[data-label='Reverse name']")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("unknown", rows[1].QuerySelector("[data-label=Address]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocklists_RefusedQuery_IsNoListing()
    {
        var table = _house.Render<BlocklistTable>(at => at.Add(it => it.Facts, SampleHealth.Facts.Blocklists));
        Assert.Contains("listed in 1 of 2 answers, 1 unknown", table.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("does not answer this resolver", table.FindAll("table")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("spam seen", table.FindAll("table")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_OfAnArea_ShowTheWorstFirst()
    {
        var list = _house.Render<CheckList>(at => at.Add(it => it.Checks, SampleHealth.Health.Checks).Add(it => it.Areas, [CheckArea.Spf, CheckArea.Transport]));
        Assert.Equal(["not met", "unknown"], list.FindAll(".check-mark span:last-child").Select(mark => mark.TextContent));
    }

    [Fact]
    public void Bulk_SendingDomain_SumsUpAndSaysWhatCannotBeSeen()
    {
        var panel = _house.Render<BulkPanel>(at => at.Add(it => it.Health, HealthRules.Judge(SampleHealth.Facts)));
        Assert.Matches(@"\d+ not visible from outside", panel.Find("summary").TextContent);
        var rows = panel.FindAll("tbody tr");
        Assert.Contains("There is a DMARC record", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("met", rows[2].QuerySelector("[data-label=State]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Google 2024-02, 421 4.7.40", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Bulk_ParkedDomain_SaysNothing() =>
        Assert.Empty(_house.Render<BulkPanel>(at => at.Add(it => it.Health, HealthRules.Judge(SampleHealth.Facts with { Profile = DomainProfile.Parked, IsProfileSaid = true }))).Markup.Trim());

    [Fact]
    public void Checks_InOrder_StandBehindTheirNumber()
    {
        var list = _house.Render<CheckList>(at => at.Add(it => it.Checks, SampleHealth.Health.Checks).Add(it => it.Areas, [CheckArea.Dkim]));
        Assert.Equal("Show 1 check in order", list.Find(".quiet > summary").TextContent);
        Assert.Contains("The key is strong", list.Find(".quiet").TextContent, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}

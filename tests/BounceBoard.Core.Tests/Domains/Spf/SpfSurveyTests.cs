using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf.Survey;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Spf;

/// <summary>What the linter says of a record, and what it does not say.</summary>
public sealed class SpfSurveyTests
{
    [Theory]
    [InlineData("v=spf1 ip4:198.51.100.0/24 -all", null)]
    [InlineData("v=spf1 +all", SpfFindingKind.PassAll)]
    [InlineData("v=spf1 ip4:198.51.100.1 all", SpfFindingKind.PassAll)]
    [InlineData("v=spf1 ip4:198.51.100.1 ?all", SpfFindingKind.NeutralAll)]
    [InlineData("v=spf1 ip4:198.51.100.1", SpfFindingKind.NoAll)]
    [InlineData("v=spf1 -all ip4:198.51.100.1", SpfFindingKind.TermsAfterAll)]
    [InlineData("v=spf1 -all redirect=good.test", SpfFindingKind.RedirectWithAll)]
    [InlineData("v=spf1 redirect=strict.test", null)]
    [InlineData("v=spf1 redirect=good.test", SpfFindingKind.NeutralAll)]
    [InlineData("v=spf1 redirect=none.test", SpfFindingKind.RedirectWithoutRecord)]
    [InlineData("v=spf1 include:none.test -all", SpfFindingKind.IncludeWithoutRecord)]
    [InlineData("v=spf1 include:good.test -all", null)]
    [InlineData("v=spf1 include:fail.test -all", SpfFindingKind.Unanswered)]
    [InlineData("v=spf1 include:sender.test -all", SpfFindingKind.Loop)]
    [InlineData("v=spf1 ptr -all", SpfFindingKind.Ptr)]
    [InlineData("v=spf1 inlcude=good.test -all", SpfFindingKind.UnknownModifier)]
    [InlineData("v=spf1 a:m.test a:m.test -all", SpfFindingKind.RepeatedTerm)]
    [InlineData("v=spf1 ip4:198.51.0.0/8 -all", SpfFindingKind.WideNetwork)]
    [InlineData("v=spf1 ip6:2001:db8::/16 -all", SpfFindingKind.WideNetwork)]
    [InlineData("v=spf1 ip4:10.0.0.0/16 -all", SpfFindingKind.PrivateNetwork)]
    [InlineData("v=spf1 ip4:198.51.100.1 -al", SpfFindingKind.SyntaxError)]
    [InlineData("v=spf1 a:none.test -all", SpfFindingKind.VoidLookups)]
    [InlineData("v=spf1 a:n1.test mx:n2.test exists:n3.test -all", SpfFindingKind.TooManyVoidLookups)]
    [InlineData("v=spf1 a:m.test mx:mm.test a:m3.test -all", SpfFindingKind.TooManyVoidLookups)]
    [InlineData("v=spf1 -all exp=none.test", SpfFindingKind.UnusableExplanation)]
    [InlineData("v=spf1 mx:many.test -all", SpfFindingKind.TooManyExchanges)]
    [InlineData("v=spf10 -all", SpfFindingKind.AlmostARecord, SpfFindingKind.NoRecord)]
    [InlineData("\"v=spf1 -all\"", SpfFindingKind.AlmostARecord, SpfFindingKind.NoRecord)]
    [InlineData("spf2.0/pra -all", SpfFindingKind.SenderIdRecord, SpfFindingKind.NoRecord)]
    public void Survey_Record_Finds(string record, params SpfFindingKind[]? kinds)
    {
        string[] many = [.. Enumerable.Range(0, 11).Select(i => $"many.test MX {i} m64.test")];
        var survey = Survey([$"sender.test TXT {record}", "good.test TXT v=spf1 ip4:198.51.100.1 ?all", "strict.test TXT v=spf1 -all", "fail.test FAIL", "m.test A 198.51.100.1",
            "m3.test A 198.51.100.3", "mm.test MX 1 m.test", "m64.test A 198.51.100.1", "m64.test AAAA 2001:db8::1", .. many]);
        Assert.Equal((kinds ?? []).Order(), survey.Findings.Select(finding => finding.Kind).Order());
    }

    [Fact]
    public void Survey_TwoRecords_FindsThem() =>
        Assert.Equal([SpfFindingKind.MultipleRecords], Survey("sender.test TXT v=spf1 -all", "sender.test TXT v=spf1 ~all").Findings.Select(finding => finding.Kind));

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, SpfFindingKind.ManyLookups)]
    [InlineData(10, SpfFindingKind.ManyLookups)]
    [InlineData(11, SpfFindingKind.TooManyLookups)]
    public void Survey_Lookups_AreCountedOverTheWholeTree(int lookups, SpfFindingKind? kind)
    {
        var terms = string.Join(' ', Enumerable.Range(0, lookups - 1).Select(i => $"exists:%{{i}}.b{i}.test"));
        var survey = Survey("sender.test TXT v=spf1 include:a.test -all", $"a.test TXT v=spf1 {terms} -all");
        Assert.Equal(lookups, survey.Lookups);
        Assert.Equal(kind, survey.Findings.SingleOrDefault(finding => finding.Kind != SpfFindingKind.LongRecord)?.Kind);
    }

    [Fact]
    public void Survey_LongRecord_FindsRecordAndAnswer()
    {
        var record = "v=spf1 " + string.Join(' ', Enumerable.Range(1, 30).Select(i => $"ip4:198.51.100.{i}")) + " -all";
        Assert.Equal([SpfFindingKind.LongRecord, SpfFindingKind.LargeAnswer], Survey($"sender.test TXT {record}").Findings.Select(finding => finding.Kind).Order());
    }

    [Fact]
    public void Survey_NothingAsked_NamesWhatIsMissing()
    {
        var survey = SpfSurvey.Of("sender.test", new DnsSnapshot());
        Assert.Equal(new RecordQuestion("sender.test", RecordType.Txt), Assert.Single(survey.Missing));
        Assert.Empty(survey.Findings);
    }

    private static SpfSurvey Survey(params string[] zone) => SpfSurvey.Of("sender.test", new WholeZone(zone));
}

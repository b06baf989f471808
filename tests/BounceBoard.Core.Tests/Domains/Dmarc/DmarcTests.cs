using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Dmarc;

public sealed class DmarcTests
{
    [Theory]
    [InlineData("v=DMARC1; p=reject", null)]
    [InlineData("v=DMARC1;p=reject;", null)]
    [InlineData("v=DMARC1; p=reject;; t=y", DmarcFindingKind.EmptyTag)]
    [InlineData("v=DMARC1; p=reject; fo", DmarcFindingKind.BadTag)]
    [InlineData("v=DMARC1; rua=mailto:d@example.org", DmarcFindingKind.NoPolicy)]
    [InlineData("v=DMARC1; sp=none; p=reject", DmarcFindingKind.PolicyNotSecond)]
    [InlineData("v=DMARC1; p=reject; pct=50", DmarcFindingKind.HistoricTag)]
    [InlineData("v=DMARC1; p=reject; rau=mailto:d@example.org", DmarcFindingKind.UnknownTag)]
    [InlineData("v=DMARC1; p=reject; rua=mailto:d@example.org!10m", DmarcFindingKind.ObsoleteSize)]
    [InlineData("v=DMARC1; p=reject; rua=d@example.org", DmarcFindingKind.BadReportAddress)]
    [InlineData("v=DMARC1; p=reject; rua=mailto:d@example.org,mailto:D@example.org", DmarcFindingKind.RepeatedReportAddress)]
    [InlineData("v=DMARC1; p=reject; fo=1", DmarcFindingKind.FailureOptionsWithoutAddress)]
    [InlineData("v=DMARC1; p=reject; fo=0:1; ruf=mailto:d@example.org", DmarcFindingKind.RedundantFailureOptions)]
    [InlineData("v=DMARC1; p=reject; adkim=x", DmarcFindingKind.BadValue)]
    [InlineData("v=DMARC1; p=reject; p=reject", DmarcFindingKind.RepeatedTag)]
    [InlineData("v=DMARC1; p=no", DmarcFindingKind.BadValue, DmarcFindingKind.UnusablePolicy)]
    [InlineData(" v=DMARC1; p=reject", DmarcFindingKind.NotARecord)]
    public void Parse_Record_Finds(string text, params DmarcFindingKind[]? kinds) =>
        Assert.Equal(kinds ?? [], DmarcParser.Parse(text).Findings.Select(finding => finding.Kind));

    [Theory]
    [InlineData("v=DMARC1; p=reject; sp=no; rua=mailto:d@example.org", DmarcPolicy.None)]
    [InlineData("v=DMARC1; p=reject; sp=no; rua=d@example.org", null)]
    [InlineData("v=DMARC1; p=reject; sp=no", null)]
    public void Parse_PolicyThatCannotBeRead_NeedsAReportAddress(string text, DmarcPolicy? policy) => Assert.Equal(policy, DmarcParser.Parse(text).Record?.Policy);

    [Fact]
    public void Parse_AllTags_AreReadWithoutRegardToTheirCase()
    {
        var record = DmarcParser.Parse("V = DMARC1 ; P = Reject;\tSP=none; np=Quarantine; T=Y; psd=n; adkim=S; aspf=s; fo=D:s; rua=mailto:a%2Bb@example.org , https://x.example.org/r; ruf=mailto:c@example.org").Record;
        Assert.NotNull(record);
        Assert.Equal((DmarcPolicy.Reject, DmarcPolicy.None, DmarcPolicy.Quarantine), (record.Policy, record.PolicyBelow(exists: true), record.PolicyBelow(exists: false)));
        Assert.Equal((true, PsdDeclaration.No, true, true), (record.IsTesting, record.Psd, record.IsDkimStrict, record.IsSpfStrict));
        Assert.Equal(DmarcPolicy.Quarantine, record.Applied(record.Policy));
        Assert.Equal(["a+b@example.org", null], record.AggregateReports.Select(uri => uri.Address));
        Assert.Equal(["example.org", "x.example.org"], record.AggregateReports.Select(uri => uri.Host));
        Assert.Equal(['d', 's'], record.FailureOptions);
    }

    [Fact]
    public void Discovery_NothingAsked_NamesEveryQuestionAtOnce()
    {
        var found = PolicyDiscovery.For("a.example.org", new DnsSnapshot());
        Assert.Equal(["_dmarc.a.example.org Txt", "_dmarc.example.org Txt", "_dmarc.org Txt", "a.example.org A"], found.Missing.Select(question => question.ToString()));
        Assert.True(found.IsUnknown);
    }

    [Theory]
    [InlineData("_dmarc.a.example.org FAIL")]
    [InlineData("_dmarc.org FAIL")]
    public void Discovery_NoAnswerOnTheWay_IsUnknownAndNeverNoRecord(string failing)
    {
        var found = PolicyDiscovery.For("a.example.org", new WholeZone("_dmarc.example.org TXT v=DMARC1; p=reject", failing));
        Assert.Equal((true, (DmarcPolicy?)null, (string?)null), (found.IsUnknown, found.Policy, found.PolicyDomain));
    }

    [Fact]
    public void Discovery_NoAnswerWhetherTheNameExists_IsUnknownOnlyWhereItMatters()
    {
        static PolicyDiscovery Of(string record) => PolicyDiscovery.For("a.example.org", new WholeZone($"_dmarc.example.org TXT {record}", "a.example.org FAIL"));
        Assert.Equal(DmarcPolicy.Reject, Of("v=DMARC1; p=reject").Policy);
        Assert.True(Of("v=DMARC1; p=reject; np=none").IsUnknown);
    }

    [Fact]
    public void Legacy_RecordBetweenNameAndOrganization_Differs()
    {
        var zone = new WholeZone("a.b.example.org A 192.0.2.1", "_dmarc.b.example.org TXT v=DMARC1; p=none; psd=n", "_dmarc.example.org TXT v=DMARC1; p=reject");
        var (now, legacy) = (PolicyDiscovery.For("a.b.example.org", zone), LegacyDiscovery.For("a.b.example.org", zone, _ => "example.org"));
        Assert.Equal((DmarcPolicy.None, DmarcPolicy.Reject, true), (now.Policy, legacy.Policy, legacy.DiffersFrom(now)));
        Assert.False(LegacyDiscovery.For("example.org", zone, _ => "example.org").DiffersFrom(PolicyDiscovery.For("example.org", zone)));
    }

    [Fact]
    public void Legacy_TwoRecords_EndTheSearch()
    {
        var zone = new WholeZone("_dmarc.a.example.org TXT v=DMARC1; p=none", "_dmarc.a.example.org TXT v=DMARC1; p=reject", "_dmarc.example.org TXT v=DMARC1; p=reject");
        Assert.Null(LegacyDiscovery.For("a.example.org", zone, _ => "example.org").Policy);
        Assert.Equal(DmarcPolicy.Reject, PolicyDiscovery.For("a.example.org", zone).Policy);
    }

    [Fact]
    public void ExternalReports_OtherOrganization_MustAgreeAndSilenceIsNoAnswer()
    {
        static string Last(string name) => string.Join('.', name.Split('.')[^2..]);
        Assert.True(ExternalReports.IsExternal("example.org", "reports.example.net", Last));
        Assert.False(ExternalReports.IsExternal("mail.example.org", "reports.example.org", Last));
        var zone = new WholeZone("example.org._report._dmarc.yes.test TXT v=DMARC1", "example.org._report._dmarc.maybe.test FAIL");
        Assert.Equal([true, false, null], new[] { "yes.test", "no.test", "maybe.test" }.Select(host => ExternalReports.Agrees(zone.Find(ExternalReports.NameFor("example.org", host), RecordType.Txt))));
    }

    [Fact]
    public void Parse_AnyText_NeverThrows()
    {
        var random = new Random(9989);
        const string Letters = "=;: ,!%@/.\tpvtnoesrujctadkimfDMARC1\u00e9";
        for (var i = 0; i < 20_000; i++)
        {
            Assert.NotNull(DmarcParser.Parse("v=DMARC1;rua=mailto:" + string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)]))));
        }
    }
}

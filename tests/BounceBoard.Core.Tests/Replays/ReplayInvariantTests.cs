using System.Text.Json;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Verdicts;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Replays;

/// <summary>What holds on every day, whatever happens on it.</summary>
public sealed class ReplayInvariantTests
{
    private const int Days = 50;
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    [Fact]
    public void Run_GoodAddressesInAnOutage_AreNeverSuppressed() => AnyDay.Scenario.Sample(scenario =>
    {
        foreach (var answer in ReplayHouse.Run(scenario))
        {
            Assert.DoesNotContain(answer.Recipients, one => one.Recipient.StartsWith("good", StringComparison.Ordinal) && one.Finding.Verdict == Verdict.Suppress);
            Assert.DoesNotContain(answer.Suppressed, one => one.Recipient.StartsWith("good", StringComparison.Ordinal));
        }
    }, iter: Days);

    [Fact]
    public void Run_UnverifiedReports_NeitherSuppressNorSendNorCount() => AnyDay.Scenario.Sample(scenario =>
    {
        var without = scenario with { Refusals = [.. scenario.Refusals.Where(row => row.Refusal.Verified)] };
        foreach (var (answer, clean) in ReplayHouse.Run(scenario).Zip(ReplayHouse.Run(without)))
        {
            Assert.All(answer.Recipients.Where(one => one.Recipient.StartsWith("forged", StringComparison.Ordinal)), one => Assert.Equal(Verdict.Investigate, one.Finding.Verdict));
            Assert.Equal(Print(clean.Incidents), Print(answer.Incidents));
            Assert.Equal(Print(clean.Suppressed), Print(answer.Suppressed));
        }
    }, iter: Days);

    [Fact]
    public void Run_EventsInAnyOrder_SameAnswers() => Gen.Select(AnyDay.Scenario, Gen.Int).Sample((scenario, seed) =>
    {
        var (refusals, deliveries, random) = (scenario.Refusals.ToArray(), scenario.Deliveries.ToArray(), new Random(seed));
        random.Shuffle(refusals);
        random.Shuffle(deliveries);

        Assert.Equal(Print(ReplayHouse.Run(scenario)), Print(ReplayHouse.Run(scenario with { Refusals = refusals, Deliveries = deliveries })));
    }, iter: Days);

    [Fact]
    public void Run_Suppress_StandsOnACleanRouteAndAnAgedVerifiedFinalRefusal() => AnyDay.Scenario.Sample(scenario =>
    {
        foreach (var answer in ReplayHouse.Run(scenario))
        {
            foreach (var one in answer.Recipients.Where(one => one.Finding.Verdict == Verdict.Suppress))
            {
                var own = scenario.Refusals.Where(row => row.Submitted == one.Recipient && row.KnownAt <= answer.At && row.Refusal is { Verified: true, Permanent: true }).ToList();
                Assert.Equal(EndpointRelation.CurrentMx, one.Finding.Relation);
                Assert.Contains(own, row => answer.At - row.Refusal.At >= Grace || row.Refusal.IsControlledRetry);
            }
        }
    }, iter: Days);

    [Fact]
    public void Run_EveryVerdict_NamesReasonsAndWhatIsMissing() => AnyDay.Scenario.Sample(scenario =>
    {
        foreach (var answer in ReplayHouse.Run(scenario))
        {
            Assert.All(answer.Recipients, one => Assert.Contains(one.Finding.Reasons, reason => reason.For));
            Assert.All(answer.Recipients, one => Assert.NotEmpty(one.Finding.WouldChange));
            Assert.True(scenario.Deliveries.Count > 0 || answer.Recipients.All(one => one.Finding.Missing.Contains("deliveries")));
        }
    }, iter: Days);

    [Fact]
    public void Run_LaterQuestions_DoNotChangeEarlierAnswers() => AnyDay.Scenario.Sample(scenario =>
    {
        var first = scenario.Asked.Min();
        var more = ReplayHouse.Run(scenario)[scenario.Asked.ToList().IndexOf(first)];

        Assert.Equal(Print(ReplayHouse.Run(scenario with { Asked = [first] })[0].Recipients), Print(more.Recipients));
    }, iter: Days);

    // Without this the properties above could hold because nothing is ever suppressed.
    [Fact]
    public void Run_AmongAnyDays_SuppressesSomeDeadAddresses()
    {
        var met = new System.Collections.Concurrent.ConcurrentBag<Verdict>();
        AnyDay.Scenario.Sample(scenario =>
        {
            foreach (var one in ReplayHouse.Run(scenario).SelectMany(answer => answer.Recipients))
            {
                met.Add(one.Finding.Verdict);
            }
        }, iter: Days);

        Assert.Equal(Enum.GetValues<Verdict>(), met.Distinct().Order());
    }

    private static string Print<T>(T answer) => JsonSerializer.Serialize(answer);
}

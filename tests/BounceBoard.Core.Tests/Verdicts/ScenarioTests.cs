using System.Text.Json;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>Recipients of recorded days, judged at the times asked. Incidents are taken as open from five people on, until the grace period is over.</summary>
public sealed class ScenarioTests
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine(Root(), "..", "shared", "corpora"), "replay");

    [Theory]
    [InlineData("capital-letters-refused")]
    [InlineData("endpoint-unknown")]
    [InlineData("own-smarthost-wants-auth")]
    [InlineData("pinned-transport")]
    [InlineData("plain-dead-mailbox")]
    [InlineData("refused-again-after-a-clean-retry")]
    [InlineData("resolver-fails")]
    [InlineData("stale-mx-after-a-move")]
    public void Decide_RecordedDay_AsExpected(string name)
    {
        var file = Path.Combine(Folder, name + ".json");
        Assert.SkipUnless(File.Exists(file), $"{file} is not there; set BOUNCEBOARD_CORPORA to the folder that holds replay/.");
        var scenario = new Scenario(JsonDocument.Parse(File.ReadAllText(file)).RootElement);
        var expectations = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json"))).RootElement.EnumerateArray();
        foreach (var expected in expectations.Where(row => row.TryGetProperty("recipient", out _)))
        {
            var found = Decide(scenario, EmailAddress.Parse(expected.GetProperty("recipient").GetString()!), scenario.Ask(expected.GetProperty("ask").GetInt32()));
            var context = $"{expected}: {found.Cause} {found.Verdict}, {found.Reasons[0].Text}";

            Assert.False(Names(expected, "never").Contains(KebabName.Of(found.Verdict)), context);
            Assert.True(!expected.TryGetProperty("verdict", out _) || Names(expected, "verdict").Contains(KebabName.Of(found.Verdict)), context);
            Assert.True(!expected.TryGetProperty("cause", out _) || Names(expected, "cause").Contains(KebabName.Of(found.Cause)), context);
            Assert.True(!expected.TryGetProperty("missing", out var missing) || found.Missing.Contains(missing.GetString()), context);
        }
    }

    private static Finding Decide(Scenario scenario, EmailAddress recipient, DateTimeOffset now)
    {
        var known = scenario.Events.Where(happened => happened.At <= now && happened.Domain == recipient.Domain.Value).ToList();
        var refusals = known.Where(happened => happened.Refused && Key(happened) == recipient.Key).OrderBy(happened => happened.At).ToList();
        var last = refusals[^1];
        var delivered = known.Where(happened => !happened.Refused).ToList();
        var people = known.Where(happened => happened.Refused).Select(Key).Distinct().Count();
        var category = ReplyClassifier.Classify(last.ReplyCode, last.Text("status"), last.Text("text"), last.Stage);
        var facts = new RefusalFacts
        {
            RecipientDomain = recipient.Domain.Value,
            Category = category,
            Family = RefusalFamilies.Of(category),
            ReplyCode = last.ReplyCode,
            Status = last.Text("status"),
            ReplyText = last.Text("text"),
            Stage = last.Stage,
            Endpoint = last.Endpoint,
            Comparison = Compare(now),
            ComparisonThen = Compare(last.At),
            Pool = last.Pool,
            Verified = last.Verified,
            Permanent = last.ReplyCode >= 500,
            FirstAt = refusals[0].At,
            LastAt = last.At,
            Refusals = refusals.Count,
            PeopleInIncident = people,
            IncidentOpenAtScope = people >= 5 && now - refusals[0].At < TimeSpan.FromHours(24),
            DeliveriesKnown = true,
            DeliveredByPool = ByPool(delivered.Where(row => row.At <= last.At && row.At > last.At.AddHours(-24))),
            DeliveredSinceByPool = ByPool(delivered.Where(row => row.At > last.At)),
            FailingPools = known.Where(row => row.Refused).Select(row => row.Pool).Distinct().ToList(),
            RefusedInControlledRetry = last.IsControlledRetry,
            DeliveredInControlledRetry = delivered.Any(row => row.IsControlledRetry && row.At > last.At),
        };
        return VerdictRules.Decide(facts, now);

        EndpointComparison Compare(DateTimeOffset at) =>
            EndpointComparer.Compare(last.Endpoint, recipient.Domain, scenario.Observe(recipient.Domain, now), [], scenario.Network(), at);
    }

    private static string Key(ScenarioEvent happened) => EmailAddress.Parse(happened.Recipient!).Key;

    private static Dictionary<string, long> ByPool(IEnumerable<ScenarioEvent> delivered) =>
        delivered.GroupBy(row => row.Pool).ToDictionary(pool => pool.Key, pool => pool.Sum(row => row.Count));

    private static List<string?> Names(JsonElement expected, string name) => expected.GetProperty(name).EnumerateArray().Select(value => value.GetString()).ToList();

    // The folder of the solution, seen from where the tests were built to.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BounceBoard.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

using System.Text.Json;
using Xunit;

namespace BounceBoard.Cli.Tests.Replaying;

/// <summary>Days of mail, each with what an expert would say: the house says the same, through the real command line.</summary>
public sealed class ReplayScenarioTests
{
    private const string Expected = ".expected.json";
    private static readonly string Own = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Replaying");

    private static readonly string Recorded = Path.Combine(
        Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine(Root(), "..", "shared", "corpora"), "replay");

    private static readonly Lazy<Task<IReadOnlyDictionary<string, JsonElement>>> OwnAnswers = new(() => AnswersAsync(Own));

    private static readonly Lazy<Task<IReadOnlyDictionary<string, JsonElement>>> RecordedAnswers = new(() => AnswersAsync(Recorded));

    public static TheoryData<string> OwnScenarios => [.. Names(Own)];

    [Theory]
    [MemberData(nameof(OwnScenarios))]
    public async Task Replay_Scenario_SaysWhatAnExpertWould(string name) =>
        ExpectedRow.AllHold(Path.Combine(Own, name + Expected), (await OwnAnswers.Value)[name]);

    [Theory]
    [InlineData("capital-letters-refused")]
    [InlineData("endpoint-unknown")]
    [InlineData("own-smarthost-wants-auth")]
    [InlineData("pinned-transport")]
    [InlineData("plain-dead-mailbox")]
    [InlineData("refused-again-after-a-clean-retry")]
    [InlineData("resolver-fails")]
    [InlineData("stale-mx-after-a-move")]
    public async Task Replay_RecordedDay_AsExpected(string name)
    {
        Assert.SkipUnless(Directory.Exists(Recorded), $"{Recorded} is not there; set BOUNCEBOARD_CORPORA to the folder that holds replay/.");
        ExpectedRow.AllHold(Path.Combine(Recorded, name + Expected), (await RecordedAnswers.Value)[name]);
    }

    [Fact]
    public void Scenarios_AreManyAndEachHasItsResult()
    {
        var names = Names(Own).ToList();

        Assert.True(names.Count >= 30);
        Assert.All(names, name => Assert.True(File.Exists(Path.Combine(Own, name + Expected)), name));
    }

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*.json")
        .Where(file => !file.EndsWith(Expected, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file));

    // One process for all: starting one for each takes longer than the days themselves.
    private static async Task<IReadOnlyDictionary<string, JsonElement>> AnswersAsync(string folder)
    {
        var run = await CommandRun.OfAsync("replay", folder);
        Assert.Equal(("", 0), (run.Errors, run.Exit));
        var answers = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        return Names(folder).Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
    }

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

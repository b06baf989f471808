using System.Text.Json;
using BounceBoard.Cli.Replaying;
using BounceBoard.Core.Replays;

namespace BounceBoard.Operations.Tests.Verdicts.Playing;

/// <summary>The days of mail that the command line replays: the repository's own, and those recorded elsewhere.</summary>
internal static class Scenarios
{
    private const string Suffix = ".expected.json";

    public static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Replaying");

    public static string Recorded { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine(Root(), "..", "shared", "corpora"), "replay");

    public static IReadOnlyList<(string Name, ReplayScenario Scenario, JsonElement Expected)> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json").Where(file => !file.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Read(file), Parse(file[..^".json".Length] + Suffix))),
    ];

    private static ReplayScenario Read(string file)
    {
        var faults = new List<string>();
        var scenario = ScenarioReader.Read(new JsonField(Parse(file), "", faults));
        return faults.Count == 0 && scenario is not null ? scenario : throw new InvalidDataException($"{file}: {string.Join(' ', faults)}");
    }

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
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

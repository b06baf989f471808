using System.Text.Json;
using BounceBoard.Cli.Inputs;
using BounceBoard.Core.Replays;

namespace BounceBoard.Cli.Replaying;

/// <summary>One run of the command: scenarios are read and run one by one; a refused one does not keep the others.</summary>
internal static class ReplayRun
{
    private const string Expected = ".expected.json";

    /// <returns>0 when all was run, 1 when a scenario was refused, 2 when a path does not exist.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Select(InputFiles.Problem).FirstOrDefault(problem => problem is not null) is { } missing)
        {
            await Console.Error.WriteLineAsync($"bounceboard: {missing}");
            return 2;
        }
        var (lines, refused) = (new List<ScenarioLine>(), false);
        foreach (var file in paths.SelectMany(Scenarios))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var faults = new List<string>();
            if (await ReadAsync(file, faults, cancellationToken) is { } scenario && faults.Count == 0)
            {
                lines.Add(ScenarioLines.Of(scenario, ReplayHouse.Run(scenario)));
            }
            foreach (var fault in faults)
            {
                refused = true;
                await Console.Error.WriteLineAsync($"bounceboard: {file}: {fault}");
            }
        }
        await using var output = Console.OpenStandardOutput();
        ScenarioLines.Write(output, lines);
        return refused ? 1 : 0;
    }

    // Expected results lie beside their scenarios.
    private static IEnumerable<string> Scenarios(string path) => path != InputFiles.StandardInput && Directory.Exists(path)
        ? InputFiles.At(path).Where(file => file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith(Expected, StringComparison.Ordinal))
        : [path];

    private static async Task<ReplayScenario?> ReadAsync(string file, List<string> faults, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = InputFiles.Open(file);
            using var document = await JsonDocument.ParseAsync(input, default, cancellationToken);
            return ScenarioReader.Read(new JsonField(document.RootElement, "", faults));
        }
        catch (JsonException broken)
        {
            faults.Add($"This is no JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1} of it.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Add($"The file cannot be read: {problem.Message}");
        }
        return null;
    }
}

using System.Globalization;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary>
/// A Postfix log from the file to verdicts, in a process of its own on either engine, and the rows that came of it once more by the engine's own bulk
/// loader into the same tables: the limit for the storing part.
/// </summary>
internal sealed class BulkBenchmark : ISurvey
{
    // Lines, and one message in how many is refused. The longest shows whether memory grows with the input.
    private static readonly (int Lines, int RefusedEvery)[] Shapes = [(1_000_000, 10), (3_000_000, 10), (1_000_000, 1)];

    public string Name => "bulk";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        await using var places = new BenchmarkPlaces();
        print("| engine | lines | refused | lines/s | storing | rows | rows/s | loader rows/s | ratio | peak memory |");
        print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var engine in places.Engines)
        {
            if (BenchmarkPlaces.Missing(engine) is { } reason)
            {
                print(Table.Skipped($"{Name}, {engine}", reason));
                continue;
            }
            foreach (var (lines, refusedEvery) in Shapes)
            {
                print(await MeasureAsync(places, engine, lines, refusedEvery, cancellationToken));
            }
        }
    }

    private static async Task<string> MeasureAsync(
        BenchmarkPlaces places, StorageProvider engine, int lines, int refusedEvery, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bulk_{lines}_{refusedEvery}");
        var (settings, empty) = (
            await places.SettingsAsync(engine, name, cancellationToken), await places.SettingsAsync(engine, $"{name}_limit", cancellationToken));
        var run = await BulkRun.InProcessAsync(settings, lines, refusedEvery, cancellationToken);
        var limit = await BulkLimit.MeasureAsync(engine, settings, empty, cancellationToken);
        var rate = limit.Rows / run.StoringSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {engine} | {lines:N0} | 1 in {refusedEvery} | {lines / run.Seconds:N0} | {run.StoringSeconds:N1} of {run.Seconds:N1} s | {limit.Rows:N0} | {rate:N0} | {limit.Rows / limit.Seconds:N0} | {limit.Seconds / run.StoringSeconds:N2} | {run.PeakBytes / 1048576.0:N0} MB |");
    }
}

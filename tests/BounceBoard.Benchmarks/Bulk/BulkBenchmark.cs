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
    // BENCHMARK_PARTS=1 says where the time of the storing went, BENCHMARK_SHAPES changes these.
    // Lines, and one message in how many is refused. The longest shows whether memory grows with the input.
    private const string Shapes = "1000000/10 3000000/10 1000000/1";

    public string Name => "bulk";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        await using var places = new BenchmarkPlaces();
        print("| engine | lines | refused | lines/s | all s | transactions s | storing s | rows | rows/s | loader rows/s | ratio | peak memory |");
        print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var engine in places.Engines)
        {
            if (BenchmarkPlaces.Missing(engine) is { } reason)
            {
                print(Table.Skipped($"{Name}, {engine}", reason));
                continue;
            }
            foreach (var (lines, refusedEvery) in Wanted())
            {
                print(await MeasureAsync(places, engine, lines, refusedEvery, cancellationToken));
            }
        }
    }

    private static IEnumerable<(int Lines, int RefusedEvery)> Wanted() =>
        from shape in (Environment.GetEnvironmentVariable("BENCHMARK_SHAPES") ?? Shapes).Split(' ')
        let numbers = shape.Split('/')
        select (int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));

    private static async Task<string> MeasureAsync(
        BenchmarkPlaces places, StorageProvider engine, int lines, int refusedEvery, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bulk_{lines}_{refusedEvery}");
        var (settings, empty) = (
            await places.SettingsAsync(engine, name, cancellationToken), await places.SettingsAsync(engine, $"{name}_limit", cancellationToken));
        var run = await BulkRun.InProcessAsync(settings, lines, refusedEvery, cancellationToken);
        var limit = await BulkLimit.MeasureAsync(engine, settings, empty, cancellationToken);
        var rate = limit.Rows / run.StoringSeconds;
        if (Environment.GetEnvironmentVariable("BENCHMARK_PARTS") is not null)
        {
            Console.Error.WriteLine(string.Join('\n', run.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Value,8:0.00} s  {part.Key}"))));
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {engine} | {lines:N0} | 1 in {refusedEvery} | {lines / run.Seconds:N0} | {run.Seconds:N1} | {run.TransactionSeconds:N1} | {run.StoringSeconds:N1} | {limit.Rows:N0} | {rate:N0} | {limit.Rows / limit.Seconds:N0} | {limit.Seconds / run.StoringSeconds:N2} | {run.PeakBytes / 1048576.0:N0} MB |");
    }
}

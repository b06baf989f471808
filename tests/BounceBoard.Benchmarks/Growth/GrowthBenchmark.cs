using System.Diagnostics;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>What the pages of the largest of 500 tenants cost as an installation grows, on both engines.</summary>
internal sealed class GrowthBenchmark : ISurvey
{
    private const int Unmeasured = 15;
    private const int Rounds = 60;

    public string Name => "growth";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        await using var places = new BenchmarkPlaces();
        foreach (var engine in places.Engines)
        {
            if (BenchmarkPlaces.Missing(engine) is { } reason)
            {
                print(Table.Skipped($"{Name}, {engine}", reason));
                continue;
            }
            var figures = new List<IReadOnlyList<PageFigure>>();
            foreach (var refusals in places.Sizes)
            {
                figures.Add(await MeasureAsync(places, engine, refusals, print, cancellationToken));
            }
            PageFigure.Print(engine, places.Sizes, figures, print);
        }
    }

    private static async Task<IReadOnlyList<PageFigure>> MeasureAsync(
        BenchmarkPlaces places, StorageProvider engine, int refusals, Action<string> print, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var installation = new Installation(await places.SettingsAsync(engine, $"growth_{refusals}", cancellationToken));
        await new Seeding(new GrowthShape(refusals), installation.Database).EnsureAsync(cancellationToken);
        print(FormattableString.Invariant($"{engine}: {refusals:N0} refusals stand after {clock.Elapsed.TotalSeconds:N0} s"));
        var pages = await installation.PagesAsync(cancellationToken);
        var figures = new List<PageFigure>();
        foreach (var (name, read) in pages.All)
        {
            figures.Add(PageFigure.Of(name, await TimeAsync(read, cancellationToken)));
        }
        return figures;
    }

    private static async Task<double[]> TimeAsync(Func<int, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        var times = new double[Rounds];
        for (var round = -Unmeasured; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await read(round + Unmeasured, cancellationToken);
            if (round >= 0)
            {
                times[round] = clock.Elapsed.TotalMilliseconds;
            }
        }
        return times;
    }
}

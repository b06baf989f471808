using System.Diagnostics;

namespace BounceBoard.Benchmarks.Measuring;

/// <summary>Runs the rounds of a benchmark, the first one unmeasured, and keeps the median.</summary>
internal static class Meter
{
    public static async Task<IReadOnlyList<string>> MeasureAsync(IBenchmark benchmark, CancellationToken cancellationToken)
    {
        await using var own = benchmark;
        if (await benchmark.PrepareAsync(cancellationToken) is { } reason)
        {
            return [Table.Skipped(benchmark.Name, reason)];
        }
        await benchmark.RunAsync(cancellationToken);
        var figures = new List<double>();
        for (var round = 0; round < benchmark.Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var done = await benchmark.RunAsync(cancellationToken);
            figures.Add(benchmark.Unit == "ms" ? done : done / clock.Elapsed.TotalSeconds);
        }
        figures.Sort();
        using var process = Process.GetCurrentProcess();
        return [Table.Row(benchmark, figures, process.PeakWorkingSet64)];
    }
}

using BounceBoard.Benchmarks.Benchmarks;
using BounceBoard.Benchmarks.Measuring;

// dotnet run -c Release --project tests/BounceBoard.Benchmarks -- NAME…   (none: all of them)
IBenchmark[] all = [new PostfixLines(), new DsnFiles(), new Ingest(), new DnsQueries(), new ColdStart()];
var unknown = args.Except(all.Select(benchmark => benchmark.Name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. Known: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}
Console.WriteLine(Table.Head);
foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    foreach (var row in await Meter.MeasureAsync(benchmark, CancellationToken.None))
    {
        Console.WriteLine(row);
    }
}
return 0;

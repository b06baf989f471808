using BounceBoard.Benchmarks.Benchmarks;
using BounceBoard.Benchmarks.Bulk;
using BounceBoard.Benchmarks.Grouping;
using BounceBoard.Benchmarks.Growth;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Peers;
using BounceBoard.Benchmarks.Spf;

if (args is [BulkRun.Word, var log])
{
    return await BulkRun.RunAsync(log, CancellationToken.None);
}

// dotnet run -c Release --project tests/BounceBoard.Benchmarks -- NAME…   (none: all but those that take long)
IBenchmark[] all = [new PostfixLines(), new DsnFiles(), new Ingest(), new DnsQueries(), new ColdStart(), new Suppressions()];
// These take long and run only when they are named.
ISurvey[] surveys = [new GrowthBenchmark(), new GroupingBenchmark(), new FairShare(), new RetrySending(), new BulkBenchmark(), new PeersBenchmark(), new FlatMemory(), new SpfBenchmark()];
string[] known = [.. all.Select(benchmark => benchmark.Name), .. surveys.Select(survey => survey.Name)];
var unknown = args.Except(known).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. Known: {string.Join(", ", known)}.");
    return 2;
}
Console.WriteLine(Machine.Description);
foreach (var survey in surveys.Where(survey => args.Contains(survey.Name)))
{
    await survey.RunAsync(Console.WriteLine, CancellationToken.None);
}
if (args.Length > 0 && args.All(name => surveys.Any(survey => survey.Name == name)))
{
    return 0;
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

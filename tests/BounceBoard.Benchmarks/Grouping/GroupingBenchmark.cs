using System.Diagnostics;
using System.Globalization;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Operations.Evidence;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Benchmarks.Grouping;

/// <summary>
/// What grouping costs, on both engines: a million refusals of 500 tenants from nothing; one refusal more in small and large incidents; and a storm of
/// 100,000 in ten minutes of event time, with the list page read all the while.
/// </summary>
internal sealed class GroupingBenchmark : ISurvey
{
    private const int Tenants = 500;
    private const int PerTenant = 2_000;
    private const int Storm = 100_000;
    private const int Piece = 2_000;
    private const int Samples = 30;
    private static readonly int[] IncidentSizes = [10, 1_000, 50_000];

    public string Name => "grouping";

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
            var name = string.Create(CultureInfo.InvariantCulture, $"grouping_{DateTime.UtcNow.Ticks}");
            await using var house = new GroupingHouse(await places.SettingsAsync(engine, name, cancellationToken));
            await RegroupAsync(house, engine, print, cancellationToken);
            await OneMoreAsync(house, engine, print, cancellationToken);
            await StormAsync(house, engine, print, cancellationToken);
        }
    }

    private static async Task RegroupAsync(GroupingHouse house, StorageProvider engine, Action<string> print, CancellationToken cancellationToken)
    {
        var targets = new List<ImportTarget>();
        for (var tenant = 0; tenant < Tenants; tenant++)
        {
            targets.Add(await house.TenantAsync($"tenant{tenant}", cancellationToken));
        }
        var (from, clock, incidents) = (DateTimeOffset.UtcNow.AddDays(-2), Stopwatch.StartNew(), 0);
        for (var tenant = 0; tenant < Tenants; tenant++)
        {
            string[] domains = [.. Enumerable.Range(0, 20).Select(number => $"d{number}.t{tenant}.example")];
            await house.SendAsync(targets[tenant], RefusalLog.Write(0, PerTenant, domains, from, TimeSpan.FromSeconds(60)), cancellationToken);
        }
        var took = clock.Elapsed;
        foreach (var target in targets)
        {
            incidents += (await house.IncidentsAsync(target.Tenant, cancellationToken)).Count;
        }
        print(FormattableString.Invariant(
            $"{engine}: {Tenants * PerTenant:N0} refusals of {Tenants} tenants to {incidents:N0} incidents in {took.TotalSeconds:N0} s, {Tenants * PerTenant / took.TotalSeconds:N0}/s, peak {PeakMegabytes():N0} MB"));
    }

    private static async Task OneMoreAsync(GroupingHouse house, StorageProvider engine, Action<string> print, CancellationToken cancellationToken)
    {
        foreach (var size in IncidentSizes)
        {
            var target = await house.TenantAsync($"size{size}", cancellationToken);
            // One domain and four kinds of refusal: a quarter each.
            string[] domain = [$"size{size}.example"];
            var from = DateTimeOffset.UtcNow.AddHours(-6);
            for (var first = 0; first < size * 4; first += Piece)
            {
                await house.SendAsync(target, RefusalLog.Write(first, Math.Min(Piece, (size * 4) - first), domain, from, TimeSpan.FromMilliseconds(100)), cancellationToken);
            }
            var times = new List<double>();
            for (var sample = 0; sample < Samples; sample++)
            {
                var log = RefusalLog.Write((size * 4) + sample, 1, domain, from, TimeSpan.FromMilliseconds(100));
                var clock = Stopwatch.StartNew();
                await house.SendAsync(target, log, cancellationToken);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            print(FormattableString.Invariant($"{engine}: one refusal more, received to decided, incident of {size:N0}: {Of(times)}"));
        }
    }

    private static async Task StormAsync(GroupingHouse house, StorageProvider engine, Action<string> print, CancellationToken cancellationToken)
    {
        var target = await house.TenantAsync("storm", cancellationToken);
        var page = await house.ListPageAsync(target.Tenant, cancellationToken);
        var (from, clock, apart) = (DateTimeOffset.UtcNow.AddMinutes(-10), Stopwatch.StartNew(), TimeSpan.FromMinutes(10) / Storm);
        var storm = Task.Run(
            async () =>
            {
                for (var first = 0; first < Storm; first += Piece)
                {
                    await house.SendAsync(target, RefusalLog.Write(first, Piece, ["storm.example"], from, apart), cancellationToken);
                }
            },
            cancellationToken);
        var times = new List<double>();
        while (!storm.IsCompleted)
        {
            var reading = Stopwatch.StartNew();
            await page();
            times.Add(reading.Elapsed.TotalMilliseconds);
            await Task.Delay(100, cancellationToken);
        }
        await storm;
        print(FormattableString.Invariant(
            $"{engine}: storm of {Storm:N0} taken in {clock.Elapsed.TotalSeconds:N0} s; list page meanwhile ({times.Count} times) {Of(times)}; memory now {Megabytes():N0} MB, peak {PeakMegabytes():N0} MB"));
    }

    private static string Of(List<double> times)
    {
        times.Sort();
        return FormattableString.Invariant(
            $"median {times[times.Count / 2]:0.0} ms, 95th {times[times.Count * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms");
    }

    private static double Megabytes() => Environment.WorkingSet / 1e6;

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}

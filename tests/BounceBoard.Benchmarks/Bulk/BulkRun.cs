using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Operations;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary>One import in a process that does nothing else, so that its memory is the house's.</summary>
internal static class BulkRun
{
    /// <summary>First argument of the process.</summary>
    public const string Word = "import-one-log";

    /// <summary>Starts the process and waits for its figure.</summary>
    public static async Task<BulkFigure> InProcessAsync(
        IReadOnlyDictionary<string, string?> settings, int lines, int refusedEvery, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bounceboard-benchmark-");
        try
        {
            var log = Path.Combine(folder.FullName, "mail.log");
            await using (var file = File.Create(log))
            {
                PostfixLog.Write(file, lines / PostfixLog.LinesPerMessage, refusedEvery);
            }
            await using var process = ChildProcess.Start(
                typeof(BulkRun).Assembly.Location, [Word, log], folder.FullName, settings.ToDictionary(pair => pair.Key, pair => pair.Value ?? ""));
            return await process.EndAsync(cancellationToken) == 0
                ? JsonSerializer.Deserialize<BulkFigure>(process.Output) ?? throw new InvalidOperationException(process.Output)
                : throw new InvalidOperationException($"{process.Output}\n{process.Errors}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The process: imports the log into the installation of its environment and prints the figure.</summary>
    public static async Task<int> RunAsync(string log, CancellationToken cancellationToken)
    {
        using var dns = TestDnsServer.Start();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(AnsweredHere(dns)).AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection().AddOperations(configuration).BuildServiceProvider();
        var target = await TargetAsync(services, cancellationToken);
        using var writes = new StatementClock();
        var clock = Stopwatch.StartNew();
        await using (var file = File.OpenRead(log))
        {
            var intake = services.GetRequiredService<EvidenceIntake>();
            var result = await intake.ReceiveAsync(target.Tenant, target.SourceId, "mail.log", file, true, Actor.Cli, null, cancellationToken);
            if (result.Refused is not null || result.Stored != result.Received)
            {
                throw new InvalidOperationException($"{result} {result.Refused}");
            }
        }
        var figure = new BulkFigure(clock.Elapsed.TotalSeconds, writes.Transactions.TotalSeconds, writes.Writes.TotalSeconds, Peak(), writes.Most(14));
        Console.WriteLine(JsonSerializer.Serialize(figure));
        return 0;
    }

    private static Dictionary<string, string?> AnsweredHere(TestDnsServer dns) => new()
    {
        ["Dns:Resolvers:0:Address"] = dns.Endpoint.Address.ToString(),
        ["Dns:Resolvers:0:Port"] = dns.Endpoint.Port.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task<ImportTarget> TargetAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var added = await services.GetRequiredService<TenantAdministration>().AddAsync(Actor.Cli, "acme", "Acme", cancellationToken);
        var tenant = added.TryGet(out var row) ? row.Id : throw new InvalidOperationException(added.Problem);
        var source = await services.GetRequiredService<SourceReader>().FindByNameAsync(tenant, DefaultSources.Cli, cancellationToken);
        return new ImportTarget(tenant, source?.Id ?? throw new InvalidOperationException("The tenant has no source for the command line."));
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}

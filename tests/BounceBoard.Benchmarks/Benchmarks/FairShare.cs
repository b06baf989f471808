using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Core.Evidence;
using BounceBoard.Operations;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>How long one waiting mail of a tenant takes to be parsed, alone and while another tenant's flood is worked by the same four workers.</summary>
internal sealed class FairShare : ISurvey
{
    private const int Workers = 4;
    private const int Flood = 20_000;
    private const int Samples = 40;

    public string Name => "fair-share";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        print($"{Name}: one mail of one tenant, from queued to parsed, ms ({Samples} samples; flood: {Flood} mails of another tenant)");
        foreach (var engine in Enum.GetValues<StorageProvider>())
        {
            var alone = await MeasureAsync(engine, 0, cancellationToken);
            var beside = await MeasureAsync(engine, Flood, cancellationToken);
            print(string.Create(
                CultureInfo.InvariantCulture,
                $"{engine,-12} alone p50 {At(alone, 0.5):0.0} p95 {At(alone, 0.95):0.0}; beside the flood p50 {At(beside, 0.5):0.0} p95 {At(beside, 0.95):0.0}; p95 x{At(beside, 0.95) / At(alone, 0.95):0.00}"));
        }
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static async Task<List<double>> MeasureAsync(StorageProvider engine, int flood, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bounceboard-benchmark-");
        using var dns = TestDnsServer.Start();
        using (var storage = new TestStorage(engine, folder.FullName))
        {
            await using var services = Services(storage, dns);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var queue = Channel.CreateUnbounded<SliceChain>();
            var (large, small) = (await TenantAsync(services, "large", cancellationToken), await TenantAsync(services, "small", cancellationToken));
            await StoreAsync(services, large, 0, flood, cancellationToken);
            await QueueAsync(services, queue, cancellationToken);
            var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(services, queue, stop.Token), CancellationToken.None)).ToList();
            var taken = new List<double>(Samples);
            // The first ones warm up.
            for (var sample = -5; sample < Samples; sample++)
            {
                var took = await OneAsync(services, queue, small, Flood + 5 + sample, cancellationToken);
                if (sample >= 0)
                {
                    taken.Add(took);
                }
            }
            var left = (await services.GetRequiredService<EvidenceReader>().CountsAsync(large.Tenant, cancellationToken)).Waiting;
            await stop.CancelAsync();
            await Task.WhenAll(workers);
            taken.Sort();
            return flood == 0 || left > 0 ? taken : throw new InvalidOperationException("The flood ended before the samples did.");
        }
    }

    private static async Task<double> OneAsync(
        IServiceProvider services, Channel<SliceChain> queue, ImportTarget small, int index, CancellationToken cancellationToken)
    {
        await StoreAsync(services, small, index, 1, cancellationToken);
        var clock = Stopwatch.StartNew();
        await QueueAsync(services, queue, cancellationToken);
        while ((await services.GetRequiredService<EvidenceReader>().CountsAsync(small.Tenant, cancellationToken)).Waiting > 0)
        {
            await Task.Delay(1, cancellationToken);
        }
        var took = clock.Elapsed.TotalMilliseconds;
        // Until its chain has ended, so that the next mail begins one.
        await Task.Delay(50, cancellationToken);
        return took;
    }

    private static async Task QueueAsync(IServiceProvider services, Channel<SliceChain> queue, CancellationToken cancellationToken)
    {
        foreach (var chain in await services.GetRequiredService<SliceChains>().BeginAsync(services.GetRequiredService<EvidenceParsing>(), cancellationToken))
        {
            await queue.Writer.WriteAsync(chain, cancellationToken);
        }
    }

    // A job server's worker: a slice from the head, then its next one to the tail.
    private static async Task WorkAsync(IServiceProvider services, Channel<SliceChain> queue, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var chain in queue.Reader.ReadAllAsync(cancellationToken))
            {
                if (await services.GetRequiredService<SliceChains>().WorkAsync(services.GetRequiredService<EvidenceParsing>(), chain, cancellationToken))
                {
                    await queue.Writer.WriteAsync(chain, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The samples are taken.
        }
    }

    private static ServiceProvider Services(TestStorage storage, TestDnsServer dns)
    {
        var settings = storage.Settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        settings["Dns:UseSystem"] = "false";
        settings["Dns:UsePublic"] = "false";
        settings["Dns:UseAuthoritative"] = "false";
        settings["Dns:Resolvers:0:Address"] = dns.Endpoint.Address.ToString();
        settings["Dns:Resolvers:0:Port"] = dns.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        return new ServiceCollection().AddOperations(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    private static async Task<ImportTarget> TenantAsync(IServiceProvider services, string slug, CancellationToken cancellationToken)
    {
        var added = await services.GetRequiredService<TenantAdministration>().AddAsync(Actor.Cli, slug, slug, cancellationToken);
        var tenant = added.TryGet(out var row) ? row.Id : throw new InvalidOperationException(added.Problem);
        var source = await services.GetRequiredService<SourceReader>().FindByNameAsync(tenant, DefaultSources.Cli, cancellationToken);
        return new ImportTarget(tenant, source?.Id ?? throw new InvalidOperationException("The tenant has no source for the command line."));
    }

    private static Task StoreAsync(IServiceProvider services, ImportTarget target, int first, int count, CancellationToken cancellationToken) =>
        services.GetRequiredService<Database>().WriteAsync(
            Turn.Of(target.Tenant),
            async transaction =>
            {
                for (var i = first; i < first + count; i++)
                {
                    var item = new NewEvidence(
                        target.SourceId, "mail.eml", EvidenceKind.Mail, PackedContent.Of(BounceMail.Write(i)), null, 0, true, DateTimeOffset.UtcNow, null);
                    await services.GetRequiredService<EvidenceWriter>().ReceiveAsync(target.Tenant, item, transaction, cancellationToken);
                }
            },
            cancellationToken);
}

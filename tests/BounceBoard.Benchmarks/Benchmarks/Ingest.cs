using System.Globalization;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Dns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>Bounce mails from an mbox to committed rows: stored, parsed, folded, grouped and decided in a real SQLite file.</summary>
internal sealed class Ingest : IBenchmark
{
    private const int Mails = 2_000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-benchmark-");
    private readonly TestDnsServer _dns = TestDnsServer.Start();
    private ServiceProvider? _services;
    private TenantId _tenant;
    private long _source;
    private int _next;

    public string Name => "ingest";

    public string Unit => "mails/s";

    public int Rounds => 5;

    private ServiceProvider Services => _services ?? throw new InvalidOperationException("Not prepared.");

    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        // Answers come from this machine: the figure is the house's, not a resolver's.
        var settings = new Dictionary<string, string?>
        {
            ["BounceBoard:DataDirectory"] = _folder.FullName,
            ["Dns:UseSystem"] = "false",
            ["Dns:UseAuthoritative"] = "false",
            ["Dns:Resolvers:0:Address"] = _dns.Endpoint.Address.ToString(),
            ["Dns:Resolvers:0:Port"] = _dns.Endpoint.Port.ToString(CultureInfo.InvariantCulture),
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddOperations(configuration).BuildServiceProvider();
        var added = await Services.GetRequiredService<TenantAdministration>().AddAsync(Actor.Cli, "acme", "Acme", cancellationToken);
        _tenant = added.TryGet(out var tenant) ? tenant.Id : throw new InvalidOperationException(added.Problem);
        var source = await Services.GetRequiredService<SourceReader>().FindByNameAsync(_tenant, DefaultSources.Cli, cancellationToken);
        _source = source?.Id ?? throw new InvalidOperationException("The tenant has no source for the command line.");
        return null;
    }

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var intake = Services.GetRequiredService<EvidenceIntake>();
        using var mbox = new MemoryStream(Mbox());
        var result = await intake.ReceiveAsync(_tenant, _source, "bounces.mbox", mbox, true, Actor.Cli, null, cancellationToken);
        return result.Stored == Mails ? Mails : throw new InvalidOperationException($"{result} {result.Refused}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
        _dns.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    // Every round brings mails that were never seen: a repeated one would only be counted as a duplicate.
    private byte[] Mbox()
    {
        using var mbox = new MemoryStream();
        for (var end = _next + Mails; _next < end; _next++)
        {
            mbox.Write("From MAILER-DAEMON Sat May 16 07:02:11 2026\r\n"u8);
            mbox.Write(BounceMail.Write(_next));
            mbox.Write("\r\n"u8);
        }
        return mbox.ToArray();
    }
}

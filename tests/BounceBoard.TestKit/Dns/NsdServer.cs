using System.Diagnostics;
using System.Globalization;
using System.Net;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.TestKit.Dns;

/// <summary>A real name server (NSD) on loopback that knows the records a test gives it and says NXDOMAIN to everything else.</summary>
public sealed class NsdServer : IAsyncDisposable
{
    private static readonly string? Program = new[] { "/usr/sbin/nsd", "/usr/local/sbin/nsd", "/usr/bin/nsd" }.FirstOrDefault(File.Exists);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly IPAddress[] Loopbacks = [IPAddress.Loopback, IPAddress.Parse("127.0.0.2")];
    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private uint _serial = 1;

    private NsdServer(DirectoryInfo folder, int port, Process process)
    {
        _folder = folder;
        Port = port;
        _process = process;
    }

    /// <summary>Why it cannot run here, or null: the reason for a skipped test.</summary>
    public static string? Missing => Program is null ? "NSD is not installed (Debian package nsd)" : null;

    public int Port { get; }

    /// <summary>Two addresses of the same server: two resolvers that agree.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; } = Loopbacks;

    /// <param name="records">Zone file lines with full names: "example.net. 300 IN MX 10 mx1.example.net."</param>
    /// <exception cref="InvalidOperationException">NSD is missing or does not answer.</exception>
    public static Task<NsdServer> StartAsync(IEnumerable<string> records, CancellationToken cancellationToken) => StartAsync(records, [], cancellationToken);

    /// <summary>The same with zones of their own besides, which never change.</summary>
    /// <exception cref="InvalidOperationException">NSD is missing or does not answer.</exception>
    public static async Task<NsdServer> StartAsync(IEnumerable<string> records, IReadOnlyList<SignedZone> zones, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bounceboard-nsd-");
        var port = FreePort.ForDns(Loopbacks);
        var config = Path.Combine(folder.FullName, "nsd.conf");
        await File.WriteAllTextAsync(config, Configuration(folder.FullName, port) + string.Concat(zones.Select(ZoneClause)), cancellationToken);
        WriteZone(folder, 1, records);
        var process = Process.Start(new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing), ["-d", "-c", config]))
            ?? throw new InvalidOperationException("NSD did not start.");
        var server = new NsdServer(folder, port, process);
        await server.AnswersSerialAsync(1, cancellationToken);
        return server;
    }

    /// <summary>Replaces every record; returns when the server answers with them.</summary>
    public async Task PublishAsync(IEnumerable<string> records, CancellationToken cancellationToken)
    {
        WriteZone(_folder, ++_serial, records);
        await SignalAsync("-HUP", cancellationToken);
        await AnswersSerialAsync(_serial, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Asked to end, it takes its own children along.
            await SignalAsync("-TERM", CancellationToken.None);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    private async Task AnswersSerialAsync(uint serial, CancellationToken cancellationToken)
    {
        using var transport = new UdpClientTransport(Port);
        using var client = new ARSoft.Tools.Net.Dns.DnsClient([IPAddress.Loopback], [transport], queryTimeout: 300);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !_process.HasExited)
        {
            var answer = await client.ResolveAsync(DomainName.Root, RecordType.Soa, token: cancellationToken);
            if (answer?.AnswerRecords.OfType<SoaRecord>().Any(record => record.SerialNumber == serial) == true)
            {
                return;
            }
            await Task.Delay(20, cancellationToken);
        }
        var log = Path.Combine(_folder.FullName, "nsd.log");
        throw new InvalidOperationException($"NSD does not answer with zone serial {serial}. It says: {(File.Exists(log) ? File.ReadAllText(log) : "nothing")}");
    }

    // One root zone holds every name, so a name that the test did not write is NXDOMAIN.
    private static void WriteZone(DirectoryInfo folder, uint serial, IEnumerable<string> records) =>
        File.WriteAllLines(
            Path.Combine(folder.FullName, "root.zone"),
            new[] { $". 60 IN SOA ns.test. hostmaster.test. {serial} 3600 600 86400 60", ". 60 IN NS ns.test.", "ns.test. 60 IN A 127.0.0.1" }.Concat(records));

    private static string ZoneClause(SignedZone zone) => $"\nzone:\n  name: \"{zone.Name}\"\n  zonefile: \"{zone.File}\"\n{(zone.IsGiven ? "  provide-xfr: 127.0.0.1 NOKEY\n" : "")}";

    private static string Configuration(string folder, int port) => $"""
        server:
          ip-address: 127.0.0.1@{port}
          ip-address: 127.0.0.2@{port}
          server-count: 1
          username: ""
          database: ""
          # Answering a flood is what a test asks of it; the default drops questions over 200 a second.
          rrl-ratelimit: 0
          zonesdir: "{folder}"
          pidfile: "{folder}/nsd.pid"
          logfile: "{folder}/nsd.log"
          xfrdfile: "{folder}/xfrd.state"
          zonelistfile: "{folder}/zone.list"
          cookie-secret-file: "{folder}/cookie"
        remote-control:
          control-enable: no
        zone:
          name: "."
          zonefile: "root.zone"
        """;
}

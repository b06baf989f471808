using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.TestKit.Dns;

/// <summary>A real validating resolver (Unbound) on loopback that trusts the anchors a test gives it and asks one name server for everything.</summary>
public sealed class UnboundServer : IAsyncDisposable
{
    private static readonly string? Program = new[] { "/usr/sbin/unbound", "/usr/local/sbin/unbound" }.FirstOrDefault(File.Exists);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private UnboundServer(DirectoryInfo folder, int port, Process process)
    {
        (_folder, _process) = (folder, process);
        Endpoint = new IPEndPoint(IPAddress.Loopback, port);
    }

    /// <summary>Why it cannot run here, or null: the reason for a skipped test.</summary>
    public static string? Missing => Program is null ? "Unbound is not installed (Debian package unbound)" : null;

    public IPEndPoint Endpoint { get; }

    /// <param name="names">Port of the name server on 127.0.0.1.</param>
    /// <param name="zones">Zones that are asked there alone: a cached NS set would lead to the usual port. Those with an anchor must be signed.</param>
    /// <exception cref="InvalidOperationException">Unbound is missing or does not answer.</exception>
    public static async Task<UnboundServer> StartAsync(int names, IReadOnlyList<SignedZone> zones, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bounceboard-unbound-");
        var port = FreePort.ForDns(IPAddress.Loopback);
        var config = Path.Combine(folder.FullName, "unbound.conf");
        await File.WriteAllTextAsync(config, Configuration(folder.FullName, port, names, zones), cancellationToken);
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing), ["-d", "-c", config]) { RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("Unbound did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var server = new UnboundServer(folder, port, process);
        await server.IsUpAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task IsUpAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(Endpoint, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }
        var log = Path.Combine(_folder.FullName, "unbound.log");
        throw new InvalidOperationException($"Unbound does not answer. It says: {(File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : "nothing")}");
    }

    private static string Configuration(string folder, int port, int names, IReadOnlyList<SignedZone> zones) => $"""
        server:
          interface: 127.0.0.1@{port}
          directory: "{folder}"
          chroot: ""
          username: ""
          pidfile: "{folder}/unbound.pid"
          logfile: "{folder}/unbound.log"
          use-syslog: no
          num-threads: 1
          do-ip6: no
          do-not-query-localhost: no
          outgoing-port-avoid: 20000-32000
          module-config: "validator iterator"
          # Built-in zones that a resolver keeps to itself (RFC 6761, RFC 6303); here they are ordinary names.
          unblock-lan-zones: yes
          insecure-lan-zones: yes
          local-zone: "test." nodefault
        {string.Concat(zones.Select(zone => zone.Anchor).OfType<string>().Select(anchor => $"  trust-anchor: \"{anchor.Replace('\t', ' ')}\"\n"))}
        remote-control:
          control-enable: no
        {string.Concat(zones.Select(zone => zone.Name).Append(".").Select(zone => $"stub-zone:\n  name: \"{zone}\"\n  stub-addr: 127.0.0.1@{names}\n  stub-prime: no\n"))}
        """;
}

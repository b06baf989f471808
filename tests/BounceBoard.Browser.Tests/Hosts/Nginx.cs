using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>nginx with the configuration that README.md gives for two nodes: other addresses, no TLS, nothing else changed.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private static readonly string? Program = new[] { "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private Nginx(DirectoryInfo folder, int port, Process process)
    {
        (_folder, _process) = (folder, process);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    /// <summary>Why it cannot run here, or null: the reason for a skipped test.</summary>
    public static string? Missing => Program is null ? "nginx is not installed (Debian package nginx-light)" : null;

    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(Uri a, Uri b, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bounceboard-nginx-");
        var port = FreePort.Next();
        var file = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(file, Whole(folder.FullName, OfReadme(port, a, b)), cancellationToken);
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing), ["-c", file, "-e", "stderr", "-g", "daemon off;"]);
        var process = Process.Start(start) ?? throw new InvalidOperationException("nginx did not start.");
        var proxy = new Nginx(folder, port, process);
        await proxy.ListensAsync(cancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Asked to end, it takes its worker along.
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string OfReadme(int port, Uri a, Uri b)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var block = text[(text.IndexOf("split_clients", StringComparison.Ordinal))..];
        block = block[..block.IndexOf("```", StringComparison.Ordinal)];
        var kept = block.Split('\n').Where(line => !line.TrimStart().StartsWith("ssl_", StringComparison.Ordinal));
        return string.Join('\n', kept)
            .Replace("listen 443 ssl;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port};"), StringComparison.Ordinal)
            .Replace(" Secure;", "", StringComparison.Ordinal)
            // The README's port is 443, which a browser leaves out.
            .Replace("Host $host;", "Host $http_host;", StringComparison.Ordinal)
            .Replace("192.0.2.11:5080", a.Authority, StringComparison.Ordinal)
            .Replace("192.0.2.12:5080", b.Authority, StringComparison.Ordinal);
    }

    private static string Whole(string folder, string house) => $$"""
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        pid {{folder}}/pid;
        events {}
        http {
            access_log off;
            error_log {{folder}}/errors;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            {{house}}
        }
        """;

    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < 300 && !_process.HasExited; i++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(Address.Host, Address.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }
        throw new InvalidOperationException("nginx does not listen; its words stand above.");
    }
}

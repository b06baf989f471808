using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace BounceBoard.TestKit.Hosts;

/// <summary>The real host as a process of its own, on a free loopback port, with its data in a folder that is deleted at the end.</summary>
public sealed partial class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bounceboard-browser-");
    private readonly Process _process;

    private RunningHost(string program, int port, IReadOnlyDictionary<string, string> settings)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.GetLeftPart(UriPartial.Authority)])
        {
            // Another folder than the program's: assets and data must not depend on where it was started.
            WorkingDirectory = _data.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BounceBoard__DataDirectory"] = _data.FullName;
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
    }

    public Uri Address { get; }

    /// <summary>Everything the host said so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The host that was built into the folder of the running test or benchmark.</summary>
    public static string BuiltProgram => Path.Combine(AppContext.BaseDirectory, "BounceBoard.Web.dll");

    /// <param name="program">Path of <c>BounceBoard.Web.dll</c>.</param>
    /// <param name="settings">Keys with colons, as in the sample file.</param>
    public static async Task<RunningHost> StartAsync(string program, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var host = new RunningHost(program, FreePort(), settings);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        await host.AnswersAsync(cancellationToken);
        return host;
    }

    /// <summary>The one-time link that a fresh installation prints, waiting for it.</summary>
    public async Task<Uri> SetUpLinkAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            var link = Link.Matches(Output).Select(match => new Uri(match.Value)).FirstOrDefault(uri => uri.AbsolutePath.StartsWith("/setup/", StringComparison.Ordinal));
            if (link is not null)
            {
                return link;
            }
            await Task.Delay(50, cancellationToken);
        }
        throw new InvalidOperationException($"The host printed no set-up link. It says:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await _process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }
        }
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _output.Enqueue(text);
        }
    }

    private async Task AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync("health/live", cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(10, cancellationToken);
        }
        throw new InvalidOperationException($"The host does not answer at {Address}health/live. It says:\n{Output}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link { get; }
}

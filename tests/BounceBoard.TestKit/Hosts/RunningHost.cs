using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BounceBoard.TestKit.Hosts;

/// <summary>The real host as a process of its own, on a free loopback port; it can be stopped or killed and started again on the same port and data.</summary>
public sealed partial class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    // Another folder than the program's: assets and data must not depend on where it was started.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-host-");
    private readonly HostSettings _settings;
    private readonly List<string> _before = [];
    private ChildProcess _process;

    private RunningHost(HostSettings settings)
    {
        _settings = settings;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/"));
        _process = Launch();
    }

    public Uri Address { get; }

    /// <summary>The host's data directory.</summary>
    public string DataDirectory => _settings.DataDirectory ?? _folder.FullName;

    /// <summary>Everything the host said so far, before it was started again too.</summary>
    public string Output => string.Join('\n', [.. _before, _process.Output, _process.Errors]);

    public bool IsRunning => !_process.HasExited;

    /// <summary>The host that was built into the folder of the running test or benchmark.</summary>
    public static string BuiltProgram => Path.Combine(AppContext.BaseDirectory, "BounceBoard.Web.dll");

    /// <param name="program">Path of <c>BounceBoard.Web.dll</c>.</param>
    /// <param name="settings">Keys with colons, as in the sample file.</param>
    public static Task<RunningHost> StartAsync(string program, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken) =>
        StartAsync(new HostSettings { Program = program, Settings = settings }, cancellationToken);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It does not; what it said is in the text.</exception>
    public static async Task<RunningHost> StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var host = new RunningHost(settings);
        try
        {
            await host.AnswersAsync("health/live", cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => _process.KillAsync(cancellationToken);

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _process.TerminateAsync(TimeSpan.FromSeconds(20), cancellationToken);

    /// <summary>Starts it again after it was stopped or killed, on the same port, settings and data; waits until it answers.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _process.KillAsync(cancellationToken);
        _before.AddRange([_process.Output, _process.Errors]);
        await _process.DisposeAsync();
        _process = Launch();
        await AnswersAsync("health/live", cancellationToken);
    }

    /// <summary>Waits until a path answers with success: <c>health/live</c>, <c>health/ready</c>.</summary>
    public async Task AnswersAsync(string path, CancellationToken cancellationToken)
    {
        // A machine under load may take a connection long before it answers; asking again beats waiting for one answer.
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(path, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception early) when (early is HttpRequestException || (early is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // Not listening yet, or not yet answering.
            }
            await Task.Delay(10, cancellationToken);
        }
        throw new InvalidOperationException($"The host does not answer at {Address}{path}. It says:\n{Output}");
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
        await StopAsync(CancellationToken.None);
        await _process.DisposeAsync();
        TempFolder.Remove(_folder.FullName);
    }

    private ChildProcess Launch()
    {
        var settings = new Dictionary<string, string> { ["BounceBoard:DataDirectory"] = DataDirectory };
        foreach (var (key, value) in _settings.Settings)
        {
            settings[key] = value;
        }
        return ChildProcess.Start(_settings.Program, ["--urls", Address.GetLeftPart(UriPartial.Authority)], _folder.FullName, settings);
    }

    [GeneratedRegex(@"http://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link { get; }
}

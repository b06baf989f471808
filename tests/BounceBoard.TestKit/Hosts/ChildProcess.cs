using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace BounceBoard.TestKit.Hosts;

/// <summary>One of the house's programs as a process of its own, to be watched, asked to end or killed at any moment; it never outlives the test.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Process _process;

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
    }

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    public bool HasExited => _process.HasExited;

    /// <summary>Of a process that has ended; 137 when it was killed.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The command line that was built into the folder of the running test.</summary>
    public static string BuiltCommandLine => Path.Combine(AppContext.BaseDirectory, "cli", "bounceboard.dll");

    /// <param name="program">Path of a dll.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="settings">Keys with colons, as in the sample file; the test's own environment says nothing about addresses or kind of host.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        var child = new ChildProcess(start);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it has ended and everything it wrote is here.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it with SIGKILL: it gets no chance to tidy up.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Kills it after a while, unless it has ended by then.</summary>
    /// <returns>Whether it was killed.</returns>
    public async Task<bool> KillAfterAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        moment.CancelAfter(delay);
        await _process.WaitForExitAsync(moment.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        var killed = !_process.HasExited;
        await KillAsync(cancellationToken);
        return killed;
    }

    /// <summary>Asks it to end with SIGTERM; kills it when it does not.</summary>
    public async Task TerminateAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync(cancellationToken);
        }
        await KillAfterAsync(patience, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}

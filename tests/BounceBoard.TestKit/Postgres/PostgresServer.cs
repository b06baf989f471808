using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BounceBoard.TestKit.Hosts;
using Npgsql;

namespace BounceBoard.TestKit.Postgres;

/// <summary>A PostgreSQL server of the test's own, on a free loopback port, that can go away and come back; its data are deleted at the end.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-pg-");
    private readonly PostgresSettings _settings;
    private Process? _process;

    private PostgresServer(PostgresSettings settings) => _settings = settings;

    /// <summary>Why it cannot run here, or null: the reason for a skipped test.</summary>
    public static string? Missing => PostgresPrograms.Missing;

    public int Port { get; } = FreePort.Next();

    /// <summary>Everything the server said so far.</summary>
    public string Log => string.Join('\n', _log);

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Makes a cluster with the superuser <c>postgres</c>, without a password, and starts it.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is missing or does not start.</exception>
    public static async Task<PostgresServer> StartNewAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        var server = new PostgresServer(settings);
        try
        {
            await PostgresPrograms.GiveAsync(server._folder.FullName, cancellationToken);
            var make = PostgresPrograms.Start(
                "initdb", server._folder.FullName, "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            await PostgresPrograms.RunAsync(make, cancellationToken);
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>For Npgsql, to a database on this server.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = "postgres",
        Database = database,
    }.ToString();

    /// <summary>Starts it again, on the same port and data; returns when it takes connections.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = PostgresPrograms.Start("postgres", _folder.FullName, ["-D", Data, .. Options()]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process?.Dispose();
        _process = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL did not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync(_process, cancellationToken);
    }

    /// <summary>Ends it; whoever is connected loses the connection.</summary>
    public Task StopAsync(PostgresStop how, CancellationToken cancellationToken) =>
        EndAsync(how == PostgresStop.Fast ? "-INT" : "-QUIT", cancellationToken);

    /// <summary>Ends it as a crash does: SIGKILL to the server, whose processes then end by themselves.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => EndAsync("-KILL", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await EndAsync("-QUIT", CancellationToken.None);
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private IEnumerable<string> Options()
    {
        var settings = new Dictionary<string, string>(_settings.More)
        {
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = "",
            ["max_connections"] = _settings.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["fsync"] = _settings.Fsync ? "on" : "off",
            ["full_page_writes"] = _settings.Fsync ? "on" : "off",
        };
        return settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
    }

    private async Task EndAsync(string signal, CancellationToken cancellationToken)
    {
        if (_process is null || _process.HasExited)
        {
            return;
        }
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        // Its output ends when the last of its processes has let go of it: then the data may be opened again.
        await _process.WaitForExitAsync(cancellationToken);
    }

    private async Task AnswersAsync(Process process, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException)
            {
                // Not listening yet, or still recovering.
            }
            await Task.Delay(20, cancellationToken);
        }
        throw new InvalidOperationException($"PostgreSQL does not take connections at 127.0.0.1:{Port}. It says:\n{Log}");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _log.Enqueue(text);
        }
    }
}

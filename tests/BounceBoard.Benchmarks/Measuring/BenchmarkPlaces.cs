using System.Globalization;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Postgres;
using Npgsql;

namespace BounceBoard.Benchmarks.Measuring;

/// <summary>
/// Where surveys keep their databases. Without a word, in a folder and a server of their own that are gone afterwards; with
/// BENCHMARK_FOLDER and BENCHMARK_POSTGRES in places that stay, so that seeding is done once.
/// </summary>
internal sealed class BenchmarkPlaces : IAsyncDisposable
{
    // What a server of 4 GB is usually given.
    private static readonly Dictionary<string, string> More = new() { ["shared_buffers"] = "1GB", ["max_wal_size"] = "4GB" };
    private readonly DirectoryInfo? _own;
    private readonly string _folder;
    private PostgresServer? _server;

    public BenchmarkPlaces()
    {
        var given = Environment.GetEnvironmentVariable("BENCHMARK_FOLDER");
        _own = given is null ? Directory.CreateTempSubdirectory("bounceboard-benchmark-") : null;
        _folder = given ?? _own?.FullName ?? throw new InvalidOperationException("There is no folder.");
    }

    /// <summary>BENCHMARK_ENGINES: both unless one is named.</summary>
    public IReadOnlyList<StorageProvider> Engines { get; } =
        [.. Words("BENCHMARK_ENGINES", "Sqlite PostgreSql").Select(word => Enum.Parse<StorageProvider>(word, ignoreCase: true))];

    /// <summary>BENCHMARK_SIZES: numbers of refusals, the smallest first.</summary>
    public IReadOnlyList<int> Sizes { get; } =
        [.. Words("BENCHMARK_SIZES", "10000 1000000 5000000").Select(word => int.Parse(word, CultureInfo.InvariantCulture))];

    /// <summary>Why this engine cannot run here, or null.</summary>
    public static string? Missing(StorageProvider engine) => engine == StorageProvider.PostgreSql && Given is null ? PostgresServer.Missing : null;

    private static string? Given => Environment.GetEnvironmentVariable("BENCHMARK_POSTGRES");

    /// <summary>Settings of an installation of that name; its database is made when it is missing.</summary>
    public async Task<Dictionary<string, string?>> SettingsAsync(StorageProvider engine, string name, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            ["BounceBoard:DataDirectory"] = Path.Combine(_folder, name),
            ["Dns:UseSystem"] = "false",
            ["Dns:UseAuthoritative"] = "false",
            ["Dns:UsePublic"] = "false",
        };
        if (engine == StorageProvider.PostgreSql)
        {
            settings["Storage:Provider"] = nameof(StorageProvider.PostgreSql);
            settings["Storage:ConnectionString"] = await DatabaseAsync(name, cancellationToken);
        }
        return settings;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        _own?.Delete(recursive: true);
    }

    private async Task<string> DatabaseAsync(string name, CancellationToken cancellationToken)
    {
        // A commit waits for the disk, as it does where mail is at stake.
        _server ??= Given is null ? await PostgresServer.StartNewAsync(new PostgresSettings { Fsync = true, More = More }, cancellationToken) : null;
        var server = new NpgsqlConnectionStringBuilder(Given ?? _server?.ConnectionString("postgres")) { Database = "postgres" };
        await using var source = NpgsqlDataSource.Create(server);
        await using var known = source.CreateCommand("SELECT COUNT(*) FROM pg_database WHERE datname = $1");
        known.Parameters.AddWithValue(name);
        if (await known.ExecuteScalarAsync(cancellationToken) is 0L)
        {
#pragma warning disable CA2100 // A name of the benchmark's own.
            await using var make = source.CreateCommand($"CREATE DATABASE {name}");
#pragma warning restore CA2100
            await make.ExecuteNonQueryAsync(cancellationToken);
        }
        server.Database = name;
        return server.ToString();
    }

    private static string[] Words(string variable, string otherwise) =>
        (Environment.GetEnvironmentVariable(variable) ?? otherwise).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

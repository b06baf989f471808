using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Postgres;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Faults.Tests;

/// <summary>An installation as the test sees it, beside the processes that work on it; its folder is gone after the test.</summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>How a PostgreSQL server lists the host's sessions.</summary>
    public const string HostName = "bounceboard-test-host";

    private readonly IDisposable? _storage;
    private ServiceProvider? _services;

    private House(string folder, Dictionary<string, string> settings, IDisposable? storage)
    {
        (Folder, Settings, _storage) = (folder, settings, storage);
        // A port where nobody answers: these tests are about other machines than name servers.
        foreach (var (key, value) in new[]
        {
            ("Dns:UsePublic", "false"), ("Dns:UseSystem", "false"), ("Dns:UseAuthoritative", "false"), ("Dns:Resolvers:0:Name", "nobody"),
            ("Dns:Resolvers:0:Address", "127.0.0.1"), ("Dns:Resolvers:0:Port", "9"), ("Dns:Timeout", "00:00:00.2"), ("Dns:Retries", "0"),
            ("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft", "Warning"), ("Logging:LogLevel:Hangfire", "Warning"),
        })
        {
            settings[key] = value;
        }
    }

    public string Folder { get; }

    public Dictionary<string, string> Settings { get; }

    public Database Database => Get<Database>();

    /// <summary>On a fresh database of the engine.</summary>
    public static House New(StorageProvider engine)
    {
        var folder = NewFolder();
        var data = Path.Combine(folder, "data");
        var storage = new TestStorage(engine, data);
        return new House(folder, new Dictionary<string, string>(storage.Settings), storage);
    }

    /// <summary>On a server of the test's own.</summary>
    public static House On(PostgresServer server, string database)
    {
        var folder = NewFolder();
        return new House(
            folder,
            new Dictionary<string, string>
            {
                ["BounceBoard:DataDirectory"] = Path.Combine(folder, "data"),
                ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
                ["Storage:ConnectionString"] = server.ConnectionString(database),
            },
            null);
    }

    /// <summary>A SQLite file in a folder of the test's choice.</summary>
    public static House In(string dataDirectory) =>
        new(NewFolder(), new Dictionary<string, string> { ["BounceBoard:DataDirectory"] = dataDirectory }, null);

    public T Get<T>() where T : notnull => (_services ??= Build()).GetRequiredService<T>();

    public async Task<TenantId> TenantAsync() => Value(await Get<TenantAdministration>().AddAsync(Actor.System, "acme", "Acme", default)).Id;

    public async Task<string> TokenAsync(TenantId tenant) =>
        Value(await Get<ApiTokenAdministration>().CreateAsync(Actor.System, tenant, "test", [TokenScopes.Ingest], null, default)).Plain;

    /// <summary>Imports a folder into the tenant, as a process.</summary>
    public ChildProcess Import(string folder) => ChildProcess.Start(
        ChildProcess.BuiltCommandLine, ["import", "--tenant", "acme", "--source", DefaultSources.Cli, folder], Folder, Settings);

    public Task<RunningHost> HostAsync()
    {
        var settings = new Dictionary<string, string>(Settings);
        if (settings.TryGetValue("Storage:ConnectionString", out var connection))
        {
            settings["Storage:ConnectionString"] = $"{connection};Application Name={HostName}";
        }
        return RunningHost.StartAsync(new HostSettings { Settings = settings }, default);
    }

    public static T Value<T>(OperationResult<T> result) =>
        result.TryGet(out var value) ? value : throw new InvalidOperationException($"Refused: {result.Problem}");

    public async ValueTask DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        _storage?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("bounceboard-fault-").FullName;

    private ServiceProvider Build() => new ServiceCollection()
        .AddOperations(new ConfigurationBuilder().AddInMemoryCollection(Settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build())
        .BuildServiceProvider();
}

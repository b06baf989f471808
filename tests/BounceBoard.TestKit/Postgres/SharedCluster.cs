using System.Globalization;
using BounceBoard.Storage.Database;
using Npgsql;

namespace BounceBoard.TestKit.Postgres;

/// <summary>The shared server as this process sees it: with one migrated database to copy.</summary>
internal sealed class SharedCluster
{
    private readonly string _admin;
    private readonly string _template = string.Create(CultureInfo.InvariantCulture, $"bb_{Environment.ProcessId}_template");
    private readonly PostgresServer? _own;
    private int _databases;
    private string _strategy = "";

    private SharedCluster(string admin, PostgresServer? own) => (_admin, _own) = (admin, own);

    public static SharedCluster Open()
    {
        var own = SharedPostgres.Given is null ? StartOwn() : null;
        var cluster = new SharedCluster(SharedPostgres.Given ?? own!.ConnectionString("postgres"), own);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.End();
        cluster.MakeTemplate();
        return cluster;
    }

    public PostgresDatabase CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bb_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        Run($"CREATE DATABASE {name} TEMPLATE {_template} {_strategy}");
        return new PostgresDatabase(ConnectionString(name), () => Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    private static PostgresServer StartOwn() =>
        Task.Run(() => PostgresServer.StartNewAsync(
            new PostgresSettings { More = new Dictionary<string, string> { ["autovacuum"] = "off", ["synchronous_commit"] = "off" } }, CancellationToken.None))
            .GetAwaiter().GetResult();

    private void MakeTemplate()
    {
        Run($"DROP DATABASE IF EXISTS {_template} WITH (FORCE)");
        Run($"CREATE DATABASE {_template}");
        using (var database = Database.PostgreSql(ConnectionString(_template)))
        {
            Migrations.Run(database);
            // Copying files instead of logging every page: several times faster where no disk is waited for. Older servers know no other way.
            _strategy = Version() >= 15 ? "STRATEGY file_copy" : "";
            PostgresDatabase.ClearPools(database.ConnectionString);
        }
    }

    private string ConnectionString(string database) =>
        // Many databases, few connections each: the server has an end.
        new NpgsqlConnectionStringBuilder(_admin) { Database = database, MaxPoolSize = 20, ConnectionIdleLifetime = 10 }.ToString();

    private int Version()
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_admin) { Pooling = false }.ToString());
        connection.Open();
        return connection.PostgreSqlVersion.Major;
    }

    private void Run(string sql)
    {
        using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_admin) { Pooling = false });
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private void End()
    {
        if (_own is null)
        {
            Run($"DROP DATABASE IF EXISTS {_template} WITH (FORCE)");
        }
        else
        {
            Task.Run(() => _own.DisposeAsync().AsTask()).GetAwaiter().GetResult();
        }
    }
}

using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Installations;
using BounceBoard.TestKit.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace BounceBoard.Cli.Tests.Administration;

/// <summary>The real program moves a real SQLite file into a database of a real server.</summary>
public sealed class CopyToPostgresTests : IAsyncDisposable
{
    private const int Refusals = 60_000;
    private readonly TestInstallation _house = new(StorageProvider.Sqlite);
    private readonly PostgresDatabase _target = SharedPostgres.CreateDatabase();

    [Fact]
    public async Task Copy_KilledAtRandomMoments_EndsEqualAndCopiesNothingTwice()
    {
        await SeedAsync();
        var (random, killed) = (new Random(20260516), 0);
        for (var round = 0; round < 12; round++)
        {
            await using var child = Start();
            killed += await child.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(700, 3500)), default) ? 1 : 0;
        }
        Assert.True(killed > 3, $"only {killed} of 12 were killed: the moments are wrong");

        await using var last = Start();
        Assert.True(await last.EndAsync(default) == 0, last.Errors);
        Assert.Contains($"refusal{Refusals,29:N0}", last.Output, StringComparison.Ordinal);
        Assert.Contains("hold U+FFFD", last.Errors, StringComparison.Ordinal);
        Assert.Equal(Refusals, await TargetAsync<long>("SELECT count(*) FROM refusal"));
        Assert.Equal(Refusals, await TargetAsync<long>("SELECT count(DISTINCT id) FROM refusal"));
        Assert.Equal(0, await TargetAsync<long>("SELECT count(*) FROM refusal_rest"));
        Assert.Equal(6, await TargetAsync<long>("SELECT count(*) FROM refusal WHERE reply_text LIKE '%' || U&'\\FFFD' || '%'"));
        Assert.Equal(1, await TargetAsync<long>("SELECT count(*) FROM data_protection_key"));
    }

    [Fact]
    public async Task Copy_SourceChangedBetweenTwoRuns_SaysWhichTable()
    {
        await _house.TenantAsync("acme");
        Release();
        await FinishAsync(0);
        await FinishAsync(0);
        await _house.TenantAsync("later");
        Release();
        Assert.Contains("table tenant was written to since", (await FinishAsync(1)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_TargetChangedBeforeTheEnd_SaysWhichTableAndKeepsHostsOut()
    {
        await _house.TenantAsync("acme");
        Release();
        await FinishAsync(0);
        await TargetAsync<object>("UPDATE tenant SET name = 'other'; UPDATE copy_progress SET checksum = NULL WHERE table_name = 'verdict'");
        Assert.Contains("Table tenant is not equal", (await FinishAsync(1)).Errors, StringComparison.Ordinal);
        var refused = await RunAsync(["admin", "verify-audit"], OnTarget);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("is not complete", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_HostHasTheFileOpen_SaysSo()
    {
        await _house.TenantAsync("acme");
        await using var open = await _house.Database.OpenAsync(default);
        Assert.Contains("Stop the host first", (await FinishAsync(1)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_TargetHoldsSomethingElse_Refused()
    {
        await _house.TenantAsync("acme");
        Release();
        await TargetAsync<object>("INSERT INTO tenant (tenant_id, slug, name, state, is_demo, created_at) VALUES (1, 'a', 'A', 'Active', FALSE, 0)");
        Assert.Contains("holds data that no copy has begun", (await FinishAsync(1)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_WrongInput_SaysWhatAndNeverThePassword()
    {
        await _house.TenantAsync("acme");
        Release();
        string[] copy = ["admin", "copy-to-postgres", "--data-directory", _house.DataDirectory];
        var missing = await RunAsync(copy, new Dictionary<string, string>());
        var garbled = await RunAsync([.. copy, "--to", "Host=127.0.0.1;Passwort=geheim"], new Dictionary<string, string>());
        var away = await RunAsync([.. copy, "--to", "Host=127.0.0.1;Port=9;Database=x;Username=u;Password=geheim"], new Dictionary<string, string>());
        var already = await RunAsync(copy, OnTarget);
        Assert.All((CommandRun[])[missing, garbled, away, already], run => Assert.Equal(1, run.Exit));
        Assert.All((CommandRun[])[missing, garbled, away, already], run => Assert.DoesNotContain("geheim", run.Output + run.Errors, StringComparison.Ordinal));
        Assert.Contains("Storage__ConnectionString", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("PostgreSql already", already.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdminCommands_OnTheMovedDatabase_Work()
    {
        await _house.PersonAsync("owner", InstallationRole.Owner);
        await _house.TenantAsync("acme");
        Release();
        await FinishAsync(0);
        var audit = await RunAsync(["admin", "verify-audit"], OnTarget);
        Assert.Contains("ok acme", audit.Output, StringComparison.Ordinal);
        Assert.StartsWith("/link/", (await RunAsync(["admin", "owner", "--email", "b@example.net", "--name", "B"], OnTarget)).Output, StringComparison.Ordinal);
        var backup = await RunAsync(["admin", "backup", Path.Combine(_house.Folder, "b")], OnTarget);
        Assert.Equal(1, backup.Exit);
        Assert.Contains("pg_dump", backup.Errors, StringComparison.Ordinal);
        Assert.Equal("acme: 30 days", (await RunAsync(["admin", "retention", "--tenant", "acme", "--days", "30", "--run"], OnTarget)).Output.Trim());
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _target.Dispose();
    }

    private Dictionary<string, string> OnTarget => new()
    {
        ["BounceBoard:DataDirectory"] = Path.Combine(_house.Folder, "elsewhere"),
        ["Storage:Provider"] = nameof(StorageProvider.PostgreSql),
        ["Storage:ConnectionString"] = _target.ConnectionString,
    };

    // The test's own connections are idle, but open: to the program they are a host.
    private static void Release() => SqliteConnection.ClearAllPools();

    private ChildProcess Start()
    {
        Release();
        return ChildProcess.Start(
            ChildProcess.BuiltCommandLine, ["admin", "copy-to-postgres", "--data-directory", _house.DataDirectory], _house.Folder,
            new Dictionary<string, string> { ["Storage:ConnectionString"] = _target.ConnectionString });
    }

    private async Task<CommandRun> FinishAsync(int exit)
    {
        var run = await RunAsync(
            ["admin", "copy-to-postgres", "--data-directory", _house.DataDirectory], new Dictionary<string, string> { ["Storage:ConnectionString"] = _target.ConnectionString });
        Assert.True(run.Exit == exit, run.Errors);
        return run;
    }

    private async Task<CommandRun> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        await using var child = ChildProcess.Start(ChildProcess.BuiltCommandLine, arguments, _house.Folder, settings);
        var exit = await child.EndAsync(default);
        return new CommandRun(exit, child.Output, child.Errors);
    }

    private async Task<T?> TargetAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_target.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync();
    }

    // Rows in keys' order over half a year, one text in ten thousand with a character that PostgreSQL cannot keep.
    private async Task SeedAsync()
    {
        _ = _house.Get<IDataProtectionProvider>().CreateProtector("test").Protect("secret");
        var tenants = new[] { await _house.TenantAsync("one"), await _house.TenantAsync("two"), await _house.TenantAsync("three") };
        await using var connection = await _house.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO incident (tenant_id, id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at)
            SELECT tenant_id, 1, 1, 'Relay', 'RecipientDomain', 'example.net', 'Open', 'x', 9, 9, 0, 0, 0 FROM tenant;
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {Refusals})
            INSERT INTO refusal (tenant_id, id, fold_key, incident_id, recipient, recipient_key, recipient_domain, upper_case, action, remote_ip_source,
                reply_text, format, category, family, verified, occurred_at, occurred_source, ingested_at)
            SELECT CASE i % 3 WHEN 0 THEN {tenants[0].Value} WHEN 1 THEN {tenants[1].Value} ELSE {tenants[2].Value} END,
                {RowIds.First(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))} + i * 543000000000, 'fold' || i, 1,
                'p' || i || '@example.net', 'p' || i || '@example.net', 'example.net', i % 2, 'failed', 'Stated',
                CASE WHEN i % 10000 = 7 THEN 'a' || char(0) || 'b' ELSE 'ü – ' || i END, 'dsn', 'RelayDenied', 'Relay', 1, i, 'Stated', i FROM n
            """;
        await command.ExecuteNonQueryAsync();
        await connection.CloseAsync();
    }
}

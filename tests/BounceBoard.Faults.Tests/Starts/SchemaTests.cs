using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Faults.Tests.Starts;

/// <summary>A schema that does not fit stops the start with a clear text, and nothing of a script that failed is kept.</summary>
[Collection<Serial>]
public sealed class SchemaTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Start_ScriptFailsHalfWay_RefusesAndKeepsNothingOfIt(StorageProvider engine)
    {
        await using var house = House.New(engine);
        await house.TenantAsync();
        var last = await ForgetLastScriptAsync(house);

        // Its objects stand there already, so it fails; what it does before that must be undone.
        var text = await AssertRefusedAsync(house);

        Assert.Contains("could not be brought to this version", text, StringComparison.Ordinal);
        Assert.Contains(last, text, StringComparison.Ordinal);
        Assert.Contains("Nothing of that script was kept", text, StringComparison.Ordinal);
        Assert.Equal(0, await ScriptsAsync(house, last));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Start_SchemaOfANewerVersion_Refuses(StorageProvider engine)
    {
        await using var house = House.New(engine);
        await house.TenantAsync();
        await house.Database.RunAsync(
            $"INSERT INTO {Journal(engine)} (scriptname, applied) VALUES ('BounceBoard.Storage.Migrations.{engine}.9999-next-year.sql', CURRENT_TIMESTAMP)");

        var text = await AssertRefusedAsync(house);

        Assert.Contains("was made by a newer version of BounceBoard", text, StringComparison.Ordinal);
        Assert.Contains("9999-next-year", text, StringComparison.Ordinal);
    }

    private static async Task<string> AssertRefusedAsync(House house)
    {
        await using var host = ChildProcess.Start(RunningHost.BuiltProgram, ["--urls", "http://127.0.0.1:0"], house.Folder, house.Settings);
        Assert.Equal(1, await host.EndAsync(default));
        await using var command = house.Import(house.Folder);
        Assert.Equal(1, await command.EndAsync(default));
        Assert.Contains("BounceBoard could not start", host.Errors, StringComparison.Ordinal);
        Assert.Contains("could not be used", command.Errors, StringComparison.Ordinal);
        return host.Errors;
    }

    private static async Task<string> ForgetLastScriptAsync(House house)
    {
        var journal = Journal(house.Database.Dialect.Provider);
        var last = await TextAsync(house, $"SELECT MAX(scriptname) FROM {journal}");
        await house.Database.RunAsync($"DELETE FROM {journal} WHERE scriptname = '{last}'");
        return last;
    }

    private static async Task<long> ScriptsAsync(House house, string name) =>
        long.Parse(await TextAsync(house, $"SELECT COUNT(*) FROM {Journal(house.Database.Dialect.Provider)} WHERE scriptname = '{name}'"), null);

    // DbUp's own table.
    private static string Journal(StorageProvider engine) => engine == StorageProvider.Sqlite ? "SchemaVersions" : "schemaversions";

    private static async Task<string> TextAsync(House house, string sql)
    {
        await using var connection = await house.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }
}

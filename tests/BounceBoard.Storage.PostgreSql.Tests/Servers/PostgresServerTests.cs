using BounceBoard.Storage.Database;
using BounceBoard.TestKit.Postgres;
using BounceBoard.TestKit.Storage;
using Npgsql;
using Xunit;

namespace BounceBoard.Storage.PostgreSql.Tests.Servers;

/// <summary>The server of the outage tests does go away, and comes back with what was committed.</summary>
public sealed class PostgresServerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(PostgresStop.Fast)]
    [InlineData(PostgresStop.Immediate)]
    public async Task Ended_ThenStarted_RefusesThenHasWhatWasCommitted(PostgresStop? how)
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.StartNewAsync(new PostgresSettings(), default);
        using var database = Database.Database.PostgreSql(server.ConnectionString("postgres"));
        Migrations.Run(database);
        await database.AddTenantAsync(1);

        await (how is { } stop ? server.StopAsync(stop, default) : server.KillAsync(default));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => database.AddTenantAsync(2));

        await server.StartAsync(default);
        await database.AddTenantAsync(3);
        await using var connection = await database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM tenant";
        Assert.Equal(2L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task CreateDatabase_Two_AreEmptyMigratedAndApart()
    {
        using var one = new TempDatabase();
        using var two = new TempDatabase();
        await one.Database.AddTenantAsync(1);
        await two.Database.AddTenantAsync(1);
        Assert.NotEqual(one.Database.Name, two.Database.Name);
    }
}

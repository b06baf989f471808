using System.Net;
using BounceBoard.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Faults.Tests.Outages;

/// <summary>Somebody holds SQLite's file for longer than the house waits for a lock.</summary>
[Collection<Serial>]
public sealed class LockedFileTests
{
    // busy_timeout is 30 s.
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Import_FileLocked_WaitsAndEndsWhole()
    {
        await using var house = House.New(StorageProvider.Sqlite);
        var tenant = await house.TenantAsync();
        await using var child = await LockedAsync(house, async () =>
        {
            var import = house.Import(Evidences.Write(Path.Combine(house.Folder, "inputs"), 0, 5, 5));
            await Task.Delay(Held);
            Assert.False(import.HasExited, import.Errors);
            return import;
        });

        Assert.True(await child.EndAsync(default) == 0, child.Errors);
        Assert.Contains("The database does not answer", child.Errors, StringComparison.Ordinal);
        await new Book(house, tenant).AssertAllAsync(6, 10);
    }

    [Fact]
    public async Task Api_FileLocked_Is503AndReadsGoOn()
    {
        await using var house = House.New(StorageProvider.Sqlite);
        var tenant = await house.TenantAsync();
        var token = await house.TokenAsync(tenant);
        await using var host = await house.HostAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var answer = await LockedAsync(house, () => SendAsync(http));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http)).StatusCode);
        await host.AnswersAsync("health/ready", default);
        await new Book(house, tenant).AssertAllAsync(1, 1);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http) =>
        http.PostAsync("api/v1/t/acme/evidence", new ByteArrayContent(Evidences.Mail(0, 0)));

    private static async Task<T> LockedAsync<T>(House house, Func<Task<T>> work)
    {
        await using var connection = new SqliteConnection($"{house.Database.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, "BEGIN EXCLUSIVE");
        var result = await work();
        await RunAsync(connection, "ROLLBACK");
        return result;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // BEGIN and ROLLBACK.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

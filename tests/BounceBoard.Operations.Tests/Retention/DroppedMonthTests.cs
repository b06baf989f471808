using System.Diagnostics;
using BounceBoard.Operations.Retention;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Operations.Tests.Retention;

/// <summary>Whole months leave a PostgreSQL database while others work in it.</summary>
public sealed class DroppedMonthTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private DateTimeOffset Now => _house.Time.GetUtcNow();

    [Fact]
    public async Task RunAsync_EveryTenantPastAMonth_DropsItWhileOthersReadAndWrite()
    {
        Assert.SkipWhen(_house.Database.Dialect.Provider == StorageProvider.Sqlite, "SQLite has no partitions.");
        var (one, two) = await OldTenantsAsync();
        await KeepAsync(one, 30);
        await KeepAsync(two, 30);
        using var end = new CancellationTokenSource();
        var reading = LongestAsync(() => two.CountAsync("refusal"), end.Token);
        var writing = LongestAsync(() => two.ReceiveAsync(Now, "live@example.net", Random.Shared.Next()), end.Token);
        // Somebody reads the old month for a while: the drop waits its turn without standing in the way.
        var holding = HoldAsync("refusal_2026_01", TimeSpan.FromSeconds(2));

        await _house.Get<RetentionSweep>().RunAsync(default);

        await holding;
        await end.CancelAsync();
        var (read, written) = (await reading, await writing);
        Assert.False(await ExistsAsync("refusal_2026_01") || await ExistsAsync("refusal_evidence_2026_01") || await ExistsAsync("evidence_content_2026_01"));
        Assert.True(await ExistsAsync("refusal_2026_05"));
        Assert.Equal(0, await one.MentionsAsync("old@example.net") + await two.MentionsAsync("old@example.net"));
        Assert.True(read.Times > 5 && written.Times > 5, $"{read.Times} reads, {written.Times} writes");
        Assert.True(read.Longest < TimeSpan.FromSeconds(1.5) && written.Longest < TimeSpan.FromSeconds(1.5), $"longest read {read.Longest}, write {written.Longest}");
        Assert.Equal(written.Times + 1, await two.CountAsync("refusal"));
    }

    [Fact]
    public async Task RunAsync_OneTenantKeepsTheMonth_StaysAndHoldsThatTenantsRowsOnly()
    {
        Assert.SkipWhen(_house.Database.Dialect.Provider == StorageProvider.Sqlite, "SQLite has no partitions.");
        var (one, two) = await OldTenantsAsync();
        await KeepAsync(one, 30);
        await _house.Get<RetentionSweep>().RunAsync(default);
        Assert.Equal((0, 20), (await one.CountAsync("refusal_2026_01"), await two.CountAsync("refusal_2026_01")));
        Assert.Equal(0, await one.MentionsAsync("old@example.net"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<(AgedTenant One, AgedTenant Two)> OldTenantsAsync()
    {
        var january = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
        Assert.True(await MonthPartitions.EnsureAsync(_house.Database, january, default) && await MonthPartitions.EnsureAsync(_house.Database, Now, default));
        var (one, two) = (await AgedTenant.NewAsync(_house, "one"), await AgedTenant.NewAsync(_house, "two"));
        foreach (var tenant in (AgedTenant[])[one, two])
        {
            for (var i = 1; i <= 20; i++)
            {
                await tenant.ReceiveAsync(january.AddDays(i % 5), "old@example.net", i);
            }
            await tenant.ReceiveAsync(Now.AddDays(-1), "new@example.net");
        }
        return (one, two);
    }

    private async Task KeepAsync(AgedTenant tenant, int days) =>
        TestInstallation.Value(await _house.Get<RetentionAdministration>().SetAsync(Actor.System, tenant.Id, days, default));

    private static async Task<(int Times, TimeSpan Longest)> LongestAsync(Func<Task> work, CancellationToken end)
    {
        var (times, longest) = (0, TimeSpan.Zero);
        while (!end.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            var took = Stopwatch.GetElapsedTime(started);
            longest = took > longest ? took : longest;
            times++;
        }
        return (times, longest);
    }

    private Task HoldAsync(string table, TimeSpan time) =>
        _house.Database.WriteAsync(
            Turn.Open,
            async transaction =>
            {
                await using var command = transaction.Connection!.CreateCommand();
                (command.Transaction, command.CommandText) = (transaction, $"SELECT count(*) FROM {table}, pg_sleep({time.TotalSeconds})");
                await command.ExecuteScalarAsync();
            },
            default);

    private async Task<bool> ExistsAsync(string table)
    {
        await using var connection = await _house.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT to_regclass('{table}') IS NOT NULL";
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}

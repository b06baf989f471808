using BounceBoard.Operations.Retention;
using BounceBoard.Operations.Tests.Retention;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Operations.PostgreSql.Tests.Retention;

/// <summary>Whole months leave a PostgreSQL database while others work in it.</summary>
public sealed class DroppedMonthTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private DateTimeOffset Now => _house.Time.GetUtcNow();

    [Fact]
    public async Task RunAsync_EveryTenantPastAMonth_DropsItWhileOthersReadAndWrite()
    {
        var (one, two) = await OldTenantsAsync();
        await KeepAsync(one, 30);
        await KeepAsync(two, 30);
        using var end = new CancellationTokenSource();
        var (reads, writes) = (new Repeated(), new Repeated());
        var reading = reads.RunAsync(() => two.CountAsync("refusal"), end.Token);
        var writing = writes.RunAsync(() => two.ReceiveAsync(Now, "live@example.net", writes.Times + 1), end.Token);
        // Somebody reads the old month for a while: the drop waits its turn without standing in the way.
        var holding = HoldAsync("refusal_2026_01", TimeSpan.FromSeconds(3));
        var sweeping = _house.Get<RetentionSweep>().RunAsync(default);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var (read, written) = (reads.Times, writes.Times);

        await holding;
        Assert.True(reads.Times > read && writes.Times > written, "Nobody could read or write while the drop waited.");
        await sweeping;
        await end.CancelAsync();
        await Task.WhenAll(reading, writing);
        Assert.False(await ExistsAsync("refusal_2026_01") || await ExistsAsync("refusal_evidence_2026_01") || await ExistsAsync("evidence_content_2026_01"));
        Assert.True(await ExistsAsync("refusal_2026_05"));
        Assert.Equal(0, await one.MentionsAsync("old@example.net") + await two.MentionsAsync("old@example.net"));
        Assert.Equal(writes.Times + 1, await two.CountAsync("refusal"));
    }

    [Fact]
    public async Task RunAsync_OneTenantKeepsTheMonth_StaysAndHoldsThatTenantsRowsOnly()
    {
        var (one, two) = await OldTenantsAsync();
        await KeepAsync(one, 30);
        await _house.Get<RetentionSweep>().RunAsync(default);
        Assert.Equal((0, 20), (await one.CountAsync("refusal_2026_01"), await two.CountAsync("refusal_2026_01")));
        Assert.Equal(0, await one.MentionsAsync("old@example.net"));
    }

    [Fact]
    public async Task EnsureAsync_RowsThatCameBeforeTheirMonth_StandInItAfterwards()
    {
        var one = await AgedTenant.NewAsync(_house, "one");
        await one.ReceiveAsync(Now, "new@example.net");
        Assert.Equal(1, await one.CountAsync("refusal_rest"));
        Assert.True(await MonthPartitions.EnsureAsync(_house.Database, Now, default));
        Assert.Equal((0, 1, 1, 1), (
            await one.CountAsync("refusal_rest"), await one.CountAsync("refusal_2026_05"), await one.CountAsync("refusal_evidence_2026_05"),
            await one.CountAsync("evidence_content_2026_05")));
        Assert.Equal(1, await one.CountAsync("refusal"));
        Assert.True(await MonthPartitions.EnsureAsync(_house.Database, Now, default));
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

    /// <summary>Work done again and again until it is told to end.</summary>
    private sealed class Repeated
    {
        private int _times;

        public int Times => Volatile.Read(ref _times);

        public async Task RunAsync(Func<Task> work, CancellationToken end)
        {
            while (!end.IsCancellationRequested)
            {
                await work();
                Interlocked.Increment(ref _times);
            }
        }
    }
}

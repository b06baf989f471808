using System.Diagnostics;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Faults.Tests.Retries;

/// <summary>Three hosts on one server send the same batches, and one of them is killed: each recipient gets one mail, over one connection at a time.</summary>
public sealed class ThreeSendersTests
{
    private const int People = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task ThreeHosts_OneKilled_SendNobodyTwice()
    {
        await using var house = House.New(StorageProvider.PostgreSql);
        var tenant = await house.TenantAsync();
        var book = new Book(house, tenant);
        await using var first = await house.HostAsync();
        await using var second = await house.HostAsync();
        await using var third = await house.HostAsync();
        using var sink = new ScriptedSink();
        var batches = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            var plan = new PlannedBatch { Port = sink.Port, Stages = [People / 3], MayLose = People, First = 1 + (i * 100), RatePerMinute = 240 };
            batches.Add(await plan.StoreAsync(house.Get<IServiceProvider>(), tenant, DateTimeOffset.UtcNow));
        }
        await Until(() => Task.FromResult(sink.Mails.Count > 5));
        await first.KillAsync(default);
        await Task.Delay(500);
        await book.EndClaimsAsync();
        await house.Database.RunAsync("UPDATE retry_attempt SET lease_until = 1 WHERE lease_until > 1 AND state = 'HandingOver' AND handed_at < " + DateTimeOffset.UtcNow.AddSeconds(-5).ToUnixTimeMilliseconds());
        await house.Database.RunAsync("UPDATE retry_attempt SET lease_until = 1 WHERE lease_until > 1 AND state = 'Claimed'");
        await house.Database.RunAsync("UPDATE retry_turn SET lease_until = 0");

        await Until(async () => await book.NumberAsync("SELECT COUNT(*) FROM retry_attempt WHERE state IN ('Planned', 'Claimed')") == 0);
        Assert.All(sink.Completed.Values, count => Assert.Equal(1, count));
        Assert.Equal(People, sink.Completed.Count);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < Patience, "It was waited in vain.");
            await Task.Delay(50);
        }
    }
}

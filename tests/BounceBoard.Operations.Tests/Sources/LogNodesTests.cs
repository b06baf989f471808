using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>Two nodes on one database: the lines are filed once, by one that has the file.</summary>
public sealed class LogNodesTests
{
    [Fact]
    public async Task Sweep_BothNodesAtOnce_FileEachLineOnce()
    {
        await using var house = await FollowHouse.FollowingAsync(isShared: true);
        var one = house.Node;
        house.Start("two");
        for (var round = 0; round < 20; round++)
        {
            house.Append(3);
            house.Time.Advance(TimeSpan.FromSeconds(round % 5 == 4 ? 11 : 3));
            if (round % 7 == 6)
            {
                house.Rotate();
            }
            await Task.WhenAll(Task.Run(() => house.SweepAsync(one)), Task.Run(() => house.SweepAsync()));
        }
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Equal(60, await house.NumberAsync("SELECT SUM(messages) FROM delivery_hour"));
    }

    [Fact]
    public async Task Sweep_WhileAnotherNodeHasItsTurn_LeavesTheLogAlone()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.Database.RunAsync($"UPDATE source SET lease_until = {house.Time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds()}");
        house.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, await house.SweepAsync());

        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await house.SweepAsync());
    }

    [Fact]
    public async Task Sweep_LogOfAnotherMachine_IsLeftToIt()
    {
        await using var house = await FollowHouse.FollowingAsync();
        await house.Database.RunAsync("UPDATE followed_log SET host = 'one'");
        house.Append(1);
        house.Start("two");
        await house.SettleAsync();
        Assert.Empty(await house.FiledAsync());

        house.Start("one");
        await house.SettleAsync();
        Assert.Single(await house.FiledAsync());
    }

    [Fact]
    public async Task Sweep_SharedLogThatANodeLacks_IsNoProblemOfTheLog()
    {
        await using var house = await FollowHouse.FollowingAsync(isShared: true);
        await house.SettleAsync();
        var isAlone = house.Node.GetRequiredService<Database>().Dialect.Provider == StorageProvider.Sqlite;
        Assert.Equal(isAlone, (await house.RowAsync()).Problem is not null);
    }
}

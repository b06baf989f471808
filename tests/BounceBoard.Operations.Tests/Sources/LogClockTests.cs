using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>A clock that is set back: the times of files, and of what was taken, lie ahead of it then.</summary>
public sealed class LogClockTests
{
    [Fact]
    public async Task SetBack_LinesWrittenBefore_AreTakenAtOnce()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        house.Append(1);
        house.SetBack(TimeSpan.FromHours(3));

        Assert.Equal(1, await house.SweepAsync());
        Assert.Equal(house.Written, await house.FiledAsync());
    }

    [Fact]
    public async Task SetBack_RotatedFile_DoesNotHoldUpTheNext()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(2);
        await house.SettleAsync();
        house.Append(1);
        house.Rotate();
        house.SetBack(TimeSpan.FromHours(3));
        house.Append(2);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Null((await house.RowAsync()).Loss);
    }

    [Fact]
    public async Task SetBack_LogThatNeverPauses_StillGivesAPieceEveryTenSeconds()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        house.SetBack(TimeSpan.FromHours(3));
        var pieces = 0;
        for (var second = 0; second < 20; second++)
        {
            house.Time.Advance(TimeSpan.FromSeconds(1));
            house.Append(1);
            pieces += await house.SweepAsync();
        }

        Assert.Equal(2, pieces);
    }

    [Fact]
    public async Task FileServerALittleAhead_FreshLines_StillWaitForThePause()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        house.Time.Advance(TimeSpan.FromSeconds(3));
        await house.SweepAsync();
        house.Append(1);
        File.SetLastWriteTimeUtc(house.Log, house.Time.GetUtcNow().AddSeconds(4).UtcDateTime);

        Assert.Equal(0, await house.SweepAsync());
        house.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(1, await house.SweepAsync());
    }
}

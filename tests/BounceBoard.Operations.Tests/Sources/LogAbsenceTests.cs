using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>No file at the followed path: between a rotation and the next line, when nobody makes the new log at once.</summary>
public sealed class LogAbsenceTests
{
    [Fact]
    public async Task Missing_ForAWhile_SaysSoAndGoesOn()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        house.Rotate(isCreated: false);
        await house.SettleAsync();
        Assert.Contains("no file", (await house.RowAsync()).Problem, StringComparison.Ordinal);

        house.Append(1);
        await house.SettleAsync();
        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Null((await house.RowAsync()).Problem);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Missing_WroteAndRotatedAgainWhileStopped_IsReadBeforeTheLogComesBack(bool isCompressed)
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        house.Rotate(isCreated: false);
        await house.SettleAsync();
        Assert.NotNull((await house.RowAsync()).Problem);

        house.Append(2);
        house.Rotate(isCreated: false);
        if (isCompressed)
        {
            RotatedFiles.Compress(house.Log + ".1");
        }
        house.Start();
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Equal(0, await house.SweepAsync());
        Assert.Null((await house.RowAsync()).Loss);
    }
}

using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>A log that is emptied under its name: what a copy still holds is read, what nobody holds is said.</summary>
public sealed class LogTruncationTests
{
    [Fact]
    public async Task CopyTruncate_ReadsTheCopyOnAndSaysThatLinesMayBeLost()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(3);
        await house.SettleAsync();
        house.Append(2);
        house.Time.Advance(TimeSpan.FromSeconds(1));
        house.CopyTruncate();
        house.Time.Advance(TimeSpan.FromSeconds(1));
        house.Append(9);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Contains("copytruncate", (await house.RowAsync()).Loss, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Truncated_WithoutACopy_GoesOnFromItsBeginningAndSaysSo()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(3);
        await house.SettleAsync();
        await File.WriteAllBytesAsync(house.Log, []);
        house.Append(1);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Contains("emptied", (await house.RowAsync()).Loss, StringComparison.Ordinal);
    }
}

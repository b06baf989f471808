using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>Every way in which a log is rotated: what stood in the old file is read to its end before the new one.</summary>
public sealed class LogRotationTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Rename_LinesBeforeAndAfter_AreAllFiled(bool isCompressed, bool isRestarted)
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(3);
        await house.SettleAsync();
        house.Append(2);
        house.Time.Advance(TimeSpan.FromSeconds(1));
        house.Rotate();
        if (isCompressed)
        {
            RotatedFiles.Compress(house.Log + ".1");
        }
        if (isRestarted)
        {
            house.Start();
        }
        house.Time.Advance(TimeSpan.FromSeconds(1));
        house.Append(2);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        var row = await house.RowAsync();
        Assert.NotNull(row.RotatedAt);
        Assert.Null(row.Loss);
        Assert.Null(row.Problem);
    }

    [Fact]
    public async Task Rename_ProgramStillWritesToTheOldFile_TakesThoseLinesToo()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        house.Rotate();
        house.Append(1);
        await house.SettleAsync();
        var late = house.NextLine();
        house.AppendText(late + "\n", house.Log + ".1");
        await house.SettleAsync();

        Assert.Equal([.. house.Written, late], await house.FiledAsync());
    }

    [Fact]
    public async Task Rename_LateLineWhileTheNewFileHasAFewBytes_IsTakenOnce()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        house.Rotate();
        var line = house.NextLine();
        house.AppendText(line[..20]);
        await house.SettleAsync();
        var late = house.NextLine();
        house.AppendText(late + "\n", house.Log + ".1");
        await house.SettleAsync();
        RotatedFiles.Compress(house.Log + ".1");
        house.AppendText(line[20..] + "\n");
        await house.SettleAsync();

        Assert.Equal([.. house.Written, late, line], await house.FiledAsync());
    }

    [Fact]
    public async Task Rename_SeveralRotationsWhileStopped_ReadsTheFilesBetween()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(2);
        await house.SettleAsync();
        for (var rotation = 0; rotation < 3; rotation++)
        {
            house.Append(2);
            house.Time.Advance(TimeSpan.FromHours(24));
            house.Rotate();
            if (rotation < 2)
            {
                RotatedFiles.Compress(house.Log + ".1");
            }
            house.Time.Advance(TimeSpan.FromSeconds(1));
        }
        house.Start();
        house.Append(1);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
    }

    [Fact]
    public async Task Replaced_ByAnotherFile_ReadsItFromItsBeginningAndSaysThatLinesMayBeLost()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(2);
        await house.SettleAsync();
        File.Delete(house.Log);
        house.Time.Advance(TimeSpan.FromSeconds(1));
        house.Append(1);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.NotNull((await house.RowAsync()).Loss);
    }

    [Fact]
    public async Task Replaced_ByALongerCopyOfItself_GoesOnWhereItWas()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(2);
        await house.SettleAsync();
        File.Copy(house.Log, house.Log + "~");
        File.Move(house.Log + "~", house.Log, overwrite: true);
        house.Append(1);
        await house.SettleAsync();

        Assert.Equal(house.Written, await house.FiledAsync());
        Assert.Null((await house.RowAsync()).Loss);
    }

    [Fact]
    public async Task Link_SwitchedToAnotherFile_FinishesTheOldOneFirst()
    {
        await using var house = await FollowHouse.NewAsync();
        var (may, june) = (Path.Combine(house.Folder, "may.txt"), Path.Combine(house.Folder, "june.txt"));
        string[] lines = [house.NextLine("A1000"), house.NextLine("A1001"), house.NextLine("A1002")];
        house.AppendText(lines[0] + "\n", may);
        File.CreateSymbolicLink(house.Log, may);
        await house.FollowAsync();
        await house.SettleAsync();
        house.AppendText(lines[1] + "\n", may);
        house.AppendText(lines[2] + "\n", june);
        File.Delete(house.Log);
        File.CreateSymbolicLink(house.Log, june);
        await house.SettleAsync();

        Assert.Equal(lines, await house.FiledAsync());
    }

    [Fact]
    public async Task Rename_LastLineWithoutAnEnd_IsTakenWhenTheFileIsOver()
    {
        await using var house = await FollowHouse.FollowingAsync();
        house.Append(1);
        await house.SettleAsync();
        var cut = house.NextLine();
        house.AppendText(cut);
        house.Rotate();
        house.Append(1);
        await house.SettleAsync();

        Assert.Equal([house.Written[0], cut + house.Written[1]], await house.FiledAsync());
    }
}

using CsCheck;
using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>Whatever happens to a log in whatever order, every line that some file still holds is filed exactly once.</summary>
public sealed class LogFollowingPropertyTests
{
    private enum Step { Append, Half, Rename, Compressed, Compress, CopyTruncate, Sweep, Restart, Wait }

    [Fact]
    public async Task AnySteps_EveryLine_IsFiledExactlyOnce() =>
        await Gen.Enum<Step>().Array[5, 40].SampleAsync(RunAsync, iter: 60, threads: 2);

    private static async Task RunAsync(Step[] steps)
    {
        await using var house = await FollowHouse.FollowingAsync();
        var half = "";
        house.AppendText("");
        foreach (var step in steps)
        {
            house.Time.Advance(TimeSpan.FromSeconds(1));
            if (step is not (Step.Half or Step.Sweep or Step.Restart or Step.Wait or Step.Compress) && half.Length > 0)
            {
                // The program ends its line before it opens another file.
                house.AppendText(half + "\n");
                half = "";
                house.Time.Advance(TimeSpan.FromSeconds(1));
            }
            half = await TakeAsync(house, step, half);
        }
        if (half.Length > 0)
        {
            house.AppendText(half + "\n");
        }
        await house.SettleAsync();
        var filed = await house.FiledAsync();
        Assert.Equal(house.Written.Order(StringComparer.Ordinal), filed.Order(StringComparer.Ordinal));
        Assert.Equal(filed.Count, await house.NumberAsync("SELECT COALESCE(SUM(messages), 0) FROM delivery_hour"));
    }

    private static async Task<string> TakeAsync(FollowHouse house, Step step, string half)
    {
        switch (step)
        {
            case Step.Append:
                house.Append(2);
                break;
            case Step.Half when half.Length == 0:
                var line = house.NextLine();
                house.Written.Add(line);
                house.AppendText(line[..70]);
                return line[70..];
            case Step.Rename:
                house.Rotate();
                break;
            case Step.Compressed:
                house.Rotate();
                RotatedFiles.Compress(house.Log + ".1");
                break;
            case Step.Compress when File.Exists(house.Log + ".1"):
                RotatedFiles.Compress(house.Log + ".1");
                break;
            case Step.CopyTruncate:
                house.CopyTruncate();
                break;
            case Step.Sweep:
                await house.SweepAsync();
                break;
            case Step.Restart:
                house.Start();
                break;
            case Step.Wait:
                house.Time.Advance(TimeSpan.FromSeconds(11));
                break;
        }
        return half;
    }
}

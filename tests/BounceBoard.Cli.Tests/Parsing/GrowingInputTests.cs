using System.Diagnostics;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Cli.Tests.Parsing;

/// <summary><c>tail -F mail.log | bounceboard parse -</c>: what came is printed while more is to come.</summary>
public sealed class GrowingInputTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 2, 11, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Parse_PipeThatStaysOpen_PrintsEachLineAsItComes()
    {
        using var process = Start();
        var log = new SampleLog().Refused(At, "a@example.test").Refused(At.AddSeconds(1), "b@example.test").ToBytes();
        var half = log.Length - 20;
        await process.StandardInput.BaseStream.WriteAsync(log.AsMemory(0, half));
        await process.StandardInput.BaseStream.FlushAsync();

        Assert.Contains("a@example.test", await process.StandardOutput.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        Assert.Contains("b@example.test", await process.StandardOutput.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        await process.StandardInput.BaseStream.WriteAsync(log.AsMemory(half));
        await process.StandardInput.BaseStream.WriteAsync("May 16 07:03:00 out1 CRON[7]: (root) CMD (true)\n"u8.ToArray());
        await process.StandardInput.BaseStream.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await process.StandardInput.BaseStream.WriteAsync(new SampleLog().Refused(At.AddMinutes(2), "c@example.test").ToBytes());
        await process.StandardInput.BaseStream.FlushAsync();

        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.Contains("c@example.test", line, StringComparison.Ordinal);
        Assert.Contains("\"index\":3", line, StringComparison.Ordinal);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [ChildProcess.BuiltCommandLine, "parse", "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }
}

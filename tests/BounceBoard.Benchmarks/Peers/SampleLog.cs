using BounceBoard.Benchmarks.Samples;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The Postfix log that both log readers read: a million lines on disk, gone with the process' folder.</summary>
internal static class SampleLog
{
    private const int Messages = 200_000;

    public const long Lines = (long)Messages * PostfixLog.LinesPerMessage;

    public static string File => Path.Combine(Path.GetTempPath(), $"bounceboard-peers-{Environment.ProcessId}.log");

    public static async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(File))
        {
            await System.IO.File.WriteAllBytesAsync(File, PostfixLog.Write(Messages), cancellationToken);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(File);
        }
    }
}

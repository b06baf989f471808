using System.Diagnostics;
using System.Globalization;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>Runs another tool and takes its memory from the system while it runs.</summary>
internal static class OtherProgram
{
    public static bool Exists(string file) => File.Exists(file);

    /// <returns>What it printed, how long it ran, and the most memory seen.</returns>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static async Task<(string Output, TimeSpan Time, long PeakBytes)> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{file} did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(20, cancellationToken);
        }
        watch.Stop();
        return process.ExitCode == 0 ? (await output, watch.Elapsed, peak) : throw new InvalidOperationException(await errors);
    }

    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It ended between two looks.
            return 0;
        }
    }
}

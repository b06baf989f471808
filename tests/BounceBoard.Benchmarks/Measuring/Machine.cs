using System.Globalization;
using System.Runtime.InteropServices;

namespace BounceBoard.Benchmarks.Measuring;

/// <summary>What figures must be read with.</summary>
internal static class Machine
{
    public static string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Processor}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024 / 1024 / 1024} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    private static string Processor => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown"
        : "unknown";
}

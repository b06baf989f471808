using System.Globalization;

namespace BounceBoard.Benchmarks.Measuring;

/// <summary>One line per benchmark, aligned for a terminal.</summary>
internal static class Table
{
    /// <summary>The peak is the whole process's so far: run one benchmark alone to know its own.</summary>
    public static string Head => Line("benchmark", "median", "lowest", "highest", "unit", "peak MB");

    public static string Skipped(string name, string reason) => $"{name,-16} not run: {reason}";

    public static string Row(IBenchmark benchmark, List<double> sorted, long peakBytes) => Line(
        benchmark.Name, Number(sorted[sorted.Count / 2]), Number(sorted[0]), Number(sorted[^1]), benchmark.Unit, Number(peakBytes / 1024.0 / 1024.0));

    private static string Line(string name, string median, string lowest, string highest, string unit, string peak) =>
        $"{name,-16} {median,12} {lowest,12} {highest,12}  {unit,-10} {peak,8}";

    private static string Number(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}

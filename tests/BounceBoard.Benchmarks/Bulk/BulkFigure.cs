namespace BounceBoard.Benchmarks.Bulk;

/// <summary>What an import took.</summary>
/// <param name="StoringSeconds">Time inside write transactions, commits and what they look up included.</param>
/// <param name="PeakBytes">Most memory that the process ever had (VmHWM).</param>
internal sealed record BulkFigure(double Seconds, double StoringSeconds, long PeakBytes);

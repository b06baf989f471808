namespace BounceBoard.Benchmarks.Bulk;

/// <summary>What an import took.</summary>
/// <param name="TransactionSeconds">Time inside write transactions: storing, and what folding and grouping look up.</param>
/// <param name="StoringSeconds">Of that, statements that write and commits.</param>
/// <param name="PeakBytes">Most memory that the process ever had (VmHWM).</param>
/// <param name="Parts">What of the storage took most, in seconds.</param>
internal sealed record BulkFigure(double Seconds, double TransactionSeconds, double StoringSeconds, long PeakBytes, IReadOnlyList<KeyValuePair<string, double>> Parts);

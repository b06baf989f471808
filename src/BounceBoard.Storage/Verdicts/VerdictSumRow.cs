using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Verdicts;

/// <summary>What one verdict stands for in a time.</summary>
public sealed class VerdictSumRow
{
    public required Verdict Verdict { get; init; }

    public required long Incidents { get; init; }

    /// <summary>Distinct people: each counts once for a verdict, in however many incidents.</summary>
    public required long People { get; init; }
}

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>What a rule concludes before guards and doubts are heard.</summary>
/// <param name="Text">The rule's reason as one sentence.</param>
internal sealed record Ruling(Verdict Verdict, Confidence Confidence, Cause Cause, string? SubCause, string Text)
{
    public IReadOnlyList<Reason> Notes { get; init; } = [];

    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<string> WouldChange { get; init; } = [];

    public IReadOnlyList<string> Fix { get; init; } = [];

    /// <summary>Earliest useful retry as far as this rule knows; see <see cref="EarliestRetry"/> for the rest.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

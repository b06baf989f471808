namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>A check with what it decides of the score.</summary>
/// <param name="Cap">See <see cref="CapId"/>; null when it caps nothing.</param>
internal sealed record Judged(HealthCheck Check, string? Cap = null)
{
    public IReadOnlyList<Stake> Stakes { get; init; } = [];

    public CheckState State => Check.State;

    /// <summary>The same check about one of several.</summary>
    public Judged About(string subject) => this with { Check = Check with { Subject = subject } };

    /// <summary>A warning that costs nothing although its check decides points.</summary>
    private bool IsHarmless { get; init; }

    /// <summary>The check decides this share of a line: won when it passes, unknown when it is, otherwise lost.</summary>
    public Judged Holding(string part, double share = 1) => Check.State switch
    {
        CheckState.Pass or CheckState.NotApplicable => Holding(part, share, 1),
        CheckState.Warn or CheckState.Fail => Holding(part, share, IsHarmless ? 1 : 0),
        CheckState.Unknown => Holding(part, share, 0, 1),
    };

    public Judged Holding(string part, double share, double won, double unknown = 0) => this with { Stakes = [.. Stakes, new(part, share, won, unknown)] };

    /// <summary>The issue is shown and loses no points.</summary>
    public Judged Whole() => this with { IsHarmless = true };

    /// <summary>The same for several lines, whole.</summary>
    public Judged HoldingAll(params IReadOnlyList<string> parts) => parts.Aggregate(this, (judged, part) => judged.Holding(part));
}

using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Verdicts;

/// <summary>What a person says of an incident beside the rules; never changed.</summary>
public sealed class VerdictOverrideRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    /// <summary>Null takes the last one back: the rules speak alone again.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The rules' verdict at that time.</summary>
    public Verdict? RulesSaid { get; init; }

    public required string Reason { get; init; }

    public required string OverriddenBy { get; init; }

    public required DateTimeOffset OverriddenAt { get; init; }
}

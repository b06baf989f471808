using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Incidents;

/// <summary>One time that a person dismissed an incident; never changed.</summary>
public sealed class DismissalRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required DateTimeOffset DismissedAt { get; init; }

    public required string DismissedBy { get; init; }

    public required string Reason { get; init; }

    public required DismissUntil Until { get; init; }

    public DateTimeOffset? UntilAt { get; init; }

    public long? More { get; init; }

    public Verdict? VerdictThen { get; init; }

    public Dismissal Dismissal => new(Until, UntilAt, More, VerdictThen);
}

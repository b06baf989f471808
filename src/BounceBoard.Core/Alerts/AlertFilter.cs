using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Alerts;

/// <summary>What a destination wants to hear of.</summary>
/// <param name="LeastPeople">Alerts of incidents with fewer people are not told; growth beyond it is told as an escalation.</param>
public sealed record AlertFilter(IReadOnlySet<AlertKind> Kinds, Confidence LeastConfidence, long LeastPeople)
{
    /// <summary>Points of 100; see <see cref="LeastDrop"/>.</summary>
    public const int UsualDrop = 5;

    /// <summary>Points that a domain's score must have fallen by to be told.</summary>
    public int LeastDrop { get; init; } = UsualDrop;

    /// <summary>What a person can choose; that another destination is disabled is told to all.</summary>
    public static IReadOnlyList<AlertKind> Choices { get; } =
    [
        AlertKind.Opened, AlertKind.Escalated, AlertKind.Recovered, AlertKind.VerdictChanged, AlertKind.SourceSilent, AlertKind.RetryWaiting,
        AlertKind.RetryHalted, AlertKind.RetryInDoubt, AlertKind.HealthScoreDropped, AlertKind.HealthIssueNew,
    ];

    /// <summary>Everything.</summary>
    public static AlertFilter All { get; } = new(Choices.ToHashSet(), Confidence.Low, 1);

    /// <param name="confidence">Of the verdict in force; null where there is none.</param>
    /// <param name="people">Zero where no incident stands behind the alert.</param>
    public bool Takes(AlertKind kind, Confidence? confidence, long people) => kind switch
    {
        AlertKind.DestinationDisabled => true,
        // A person is waited for, however few people it is about.
        AlertKind.SourceSilent or AlertKind.RetryWaiting or AlertKind.RetryHalted or AlertKind.RetryInDoubt or AlertKind.HealthScoreDropped
            or AlertKind.HealthIssueNew => Kinds.Contains(kind),
        AlertKind.Opened or AlertKind.Escalated or AlertKind.Recovered or AlertKind.VerdictChanged =>
            Kinds.Contains(kind) && (confidence ?? Confidence.Low) >= LeastConfidence && people >= LeastPeople,
    };
}

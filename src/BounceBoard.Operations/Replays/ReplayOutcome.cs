namespace BounceBoard.Operations.Replays;

/// <summary>What the rules of today say of a past range.</summary>
public sealed record ReplayOutcome
{
    /// <summary>When the look ended; what came in since is not in it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Incidents whose verdict was judged again.</summary>
    public required int Judged { get; init; }

    /// <summary>Incidents that had no verdict yet when the range ended: there is nothing to compare.</summary>
    public required int Undecided { get; init; }

    /// <summary>Incidents of whose decision no refusal is kept any more.</summary>
    public required int Forgotten { get; init; }

    /// <summary>Those that would differ, the incident opened last first; at most <see cref="ReplayLab.MostShown"/>.</summary>
    public required IReadOnlyList<ReplayedIncident> Shown { get; init; }

    /// <summary>Ids of all that would differ, also of those that are not shown.</summary>
    public required IReadOnlyList<long> Differing { get; init; }

    /// <summary>Over all that would differ, see <see cref="ReplayedIncident.Held"/>.</summary>
    public required int Held { get; init; }

    /// <summary>Over all that would differ, see <see cref="ReplayedIncident.Added"/>.</summary>
    public required int Added { get; init; }

    /// <summary>False when there are more incidents than a look takes: those opened first were left out.</summary>
    public required bool IsWhole { get; init; }

    public int Standing => Judged - Differing.Count;
}

using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Incidents;

/// <summary>One incident with its running counts and its verdict in force.</summary>
public sealed record IncidentRow
{
    public required long Id { get; init; }

    /// <summary>Counts from 1 within the tenant.</summary>
    public required long Number { get; init; }

    public required RefusalFamily Family { get; init; }

    public required IncidentScope Scope { get; init; }

    public required string ScopeName { get; init; }

    public required IncidentState State { get; init; }

    public required string Title { get; init; }

    public required long Refusals { get; init; }

    /// <summary>Distinct recipient keys: a person counts once however the address is spelled.</summary>
    public required long People { get; init; }

    /// <summary>Event time of the earliest refusal.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Event time of the latest refusal.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Event time of the refusal that opened it, the last time it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null until the rules have looked at it.</summary>
    public Verdict? Verdict { get; init; }

    public Cause? Cause { get; init; }

    public Confidence? Confidence { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Name of whoever said "I have it"; null until somebody does.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>The member who is to see to it; null for nobody.</summary>
    public long? OwnerId { get; init; }

    /// <summary>Event time of the refusal that opened it again after it was resolved.</summary>
    public DateTimeOffset? RegressedAt { get; init; }

    /// <summary>Id of the incident that counts its refusals, while it is merged.</summary>
    public long? MergedInto { get; init; }
}

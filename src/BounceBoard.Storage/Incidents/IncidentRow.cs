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

    /// <summary>Start of the latest spike, event time; null when the incident never failed more than its baseline predicts.</summary>
    public DateTimeOffset? SinceAt { get; init; }

    /// <summary>When it was back inside the baseline; null while it goes on.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Failures the baseline predicts for the spike's hours.</summary>
    public double? Expected => ExpectedThousandths / 1000.0;

    /// <summary>As it is stored: a whole number is the same on every engine.</summary>
    public long? ExpectedThousandths { get; init; }

    /// <summary>Failures in the spike's hours.</summary>
    public long? Actual { get; init; }

    /// <summary>Attempts in the spike's hours; null where deliveries are not counted.</summary>
    public long? Attempts { get; init; }

    /// <summary>The spike in one sentence.</summary>
    public string? SpikeText { get; init; }

    /// <summary>Facet that separates failing from delivered; null when none does.</summary>
    public string? ExplainedBy { get; init; }

    /// <summary>How it separates them, in one sentence with figures.</summary>
    public string? Explanation { get; init; }

    /// <summary>Other tenants with a spike at the same scope in the same hours; 0 when they are too few to be told of.</summary>
    public long OtherSenders { get; init; }

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

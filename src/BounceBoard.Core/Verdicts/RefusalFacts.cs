using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts;

/// <summary>Everything the rules may look at for the refusals of one recipient (or of recipients that failed the same way).</summary>
public sealed record RefusalFacts
{
    public required string RecipientDomain { get; init; }

    public required BounceCategory Category { get; init; }

    public required RefusalFamily Family { get; init; }

    public int? ReplyCode { get; init; }

    /// <summary>Enhanced status code as text, <c>5.7.1</c>.</summary>
    public string? Status { get; init; }

    public string? ReplyText { get; init; }

    public SmtpStage? Stage { get; init; }

    public required RemoteEndpoint Endpoint { get; init; }

    public required EndpointComparison Comparison { get; init; }

    /// <summary>The other server, where the refusal was passed on; null when only <see cref="Endpoint"/> is known.</summary>
    public PassedOn? PassedOn { get; init; }

    /// <summary>The comparison as it would have been at the time of the refusal; null when DNS was not observed then.</summary>
    public EndpointComparison? ComparisonThen { get; init; }

    /// <summary>The comparison as it was when DNS was first observed, where that was after the refusal; null otherwise.</summary>
    public EndpointComparison? ComparisonFirst { get; init; }

    public string? SendingIp { get; init; }

    public string? Pool { get; init; }

    /// <summary>Its source vouches for it; an unverified refusal is never a reason to suppress or to send.</summary>
    public required bool Verified { get; init; }

    public required bool? Permanent { get; init; }

    /// <summary>Earliest refusal, event time.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Latest refusal, event time.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Refusals of this recipient since its route last changed, at least 1.</summary>
    public int Refusals { get; init; } = 1;

    /// <summary>People (recipient keys) in the same incident, at least 1.</summary>
    public int PeopleInIncident { get; init; } = 1;

    /// <summary>An incident beyond this one recipient is open, or was opened within the grace period, at the same scope.</summary>
    public bool IncidentOpenAtScope { get; init; }

    /// <summary>Deliveries to the same domain in the past 24 hours before <see cref="LastAt"/>, by pool; empty when not known.</summary>
    public IReadOnlyDictionary<string, long> DeliveredByPool { get; init; } = new Dictionary<string, long>();

    /// <summary>True when deliveries are counted for this domain, so that an empty <see cref="DeliveredByPool"/> means none.</summary>
    public bool DeliveriesKnown { get; init; }

    /// <summary>Deliveries to the same domain while the incident's refusals came, by pool: who got through at the same time.</summary>
    public IReadOnlyDictionary<string, long> DeliveredDuringByPool { get; init; } = new Dictionary<string, long>();

    /// <summary>A message to this very recipient was delivered after <see cref="LastAt"/>.</summary>
    public bool DeliveredToRecipientSince { get; init; }

    /// <summary>Latest refusal of the same incident over the same pool, at or after <see cref="LastAt"/>; null where only this refusal is known.</summary>
    public DateTimeOffset? IncidentLastAt { get; init; }

    /// <summary>Deliveries to the same domain after <see cref="LastAt"/>, by pool: a route that works again shows here first.</summary>
    public IReadOnlyDictionary<string, long> DeliveredSinceByPool { get; init; } = new Dictionary<string, long>();

    /// <summary>Pools from which refusals of the same incident came; empty when not known.</summary>
    public IReadOnlyList<string> FailingPools { get; init; } = [];

    /// <summary>The latest refusal answered a controlled retry over a clean route.</summary>
    public bool RefusedInControlledRetry { get; init; }

    /// <summary>A controlled retry to this scope was delivered after <see cref="LastAt"/>.</summary>
    public bool DeliveredInControlledRetry { get; init; }

    /// <summary>The refusal lies in a spike of its scope that began then; null when it lies in none.</summary>
    public DateTimeOffset? SpikeSince { get; init; }

    /// <summary>The incident's failures are back inside the baseline since then; null while they go on or when not known.</summary>
    public DateTimeOffset? SpikeStoppedAt { get; init; }

    /// <summary>Other tenants of the installation with the same scope failing in the same hours; only the number is known here.</summary>
    public int OtherSendersAffected { get; init; }

    /// <summary>Facet that separates failing from delivered, kebab case (<c>upper-case</c>, <c>sender-pool</c>); null when none does.</summary>
    public string? ExplainedBy { get; init; }

    /// <summary>Envelope sender; empty string is the null sender, null is not known.</summary>
    public string? EnvelopeSender { get; init; }

    /// <summary>How long an address must have been dead, without an incident, before it may be suppressed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(24);
}

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

    /// <summary>The comparison as it would have been at the time of the refusal; null when DNS was not observed then.</summary>
    public EndpointComparison? ComparisonThen { get; init; }

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
}

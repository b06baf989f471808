using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts;

/// <summary>What the rules conclude: verdict, cause, and all that a person needs to defend or doubt it.</summary>
public sealed record Finding
{
    public required Verdict Verdict { get; init; }

    public required Confidence Confidence { get; init; }

    public required Cause Cause { get; init; }

    /// <summary>Kebab case (<c>stale-dns</c>, <c>requires-auth</c>); null when the evidence names none.</summary>
    public string? SubCause { get; init; }

    public required EndpointRelation Relation { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Field or fact that would settle more: <c>remoteIp</c>, <c>deliveries</c> …</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Sentences: "Would become Retry if …".</summary>
    public IReadOnlyList<string> WouldChange { get; init; } = [];

    /// <summary>Steps, in order, each a verb with its object.</summary>
    public IReadOnlyList<string> Fix { get; init; } = [];

    /// <summary>Earliest useful retry; null when a retry is not advised.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Verdicts;

/// <summary>A row of the verdict table as it stands there, lists and finding as JSON.</summary>
internal sealed class StoredVerdict
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required Verdict Verdict { get; init; }

    public required Confidence Confidence { get; init; }

    public required Cause Cause { get; init; }

    public string? SubCause { get; init; }

    public required EndpointRelation Relation { get; init; }

    public required string Finding { get; init; }

    public required string EvidenceIds { get; init; }

    public required string ObservationIds { get; init; }

    public required string Fingerprint { get; init; }
}

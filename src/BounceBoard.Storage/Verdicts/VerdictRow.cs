using System.Text.Json;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Verdicts;

/// <summary>A verdict as it was given, with everything it stands on; never updated.</summary>
public sealed class VerdictRow
{
    public required long Id { get; init; }

    public required long IncidentId { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required Verdict Verdict { get; init; }

    public required Confidence Confidence { get; init; }

    public required Cause Cause { get; init; }

    public string? SubCause { get; init; }

    public required EndpointRelation Relation { get; init; }

    public required Finding Finding { get; init; }

    public required IReadOnlyList<long> EvidenceIds { get; init; }

    public required IReadOnlyList<long> ObservationIds { get; init; }

    /// <summary>SHA-256 of finding and inputs.</summary>
    public required string Fingerprint { get; init; }

    internal static VerdictRow From(StoredVerdict stored) => new()
    {
        Id = stored.Id,
        IncidentId = stored.IncidentId,
        DecidedAt = stored.DecidedAt,
        Verdict = stored.Verdict,
        Confidence = stored.Confidence,
        Cause = stored.Cause,
        SubCause = stored.SubCause,
        Relation = stored.Relation,
        Finding = FindingJson.Read(stored.Finding),
        EvidenceIds = JsonSerializer.Deserialize<long[]>(stored.EvidenceIds) ?? [],
        ObservationIds = JsonSerializer.Deserialize<long[]>(stored.ObservationIds) ?? [],
        Fingerprint = stored.Fingerprint,
    };
}

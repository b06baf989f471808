using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>An incident as it stood.</summary>
/// <param name="Tenant">Slug.</param>
/// <param name="People">Distinct recipients, however spelled.</param>
/// <param name="StoppedAt">Null while it goes on.</param>
public sealed record IncidentAnswer(
    string Tenant, IncidentFingerprint Fingerprint, IncidentState State, Finding Finding, int People, DateTimeOffset Since, DateTimeOffset? StoppedAt,
    Separation? ExplainedBy);

using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Web.Evidence;

/// <summary>One refusal that a piece of evidence told of, with the incident it belongs to.</summary>
public sealed record EvidenceRefusal(RefusalRow Refusal, IncidentRow? Incident);

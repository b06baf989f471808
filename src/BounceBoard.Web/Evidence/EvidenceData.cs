using BounceBoard.Storage.Evidence;

namespace BounceBoard.Web.Evidence;

/// <summary>What the page of one piece of evidence shows.</summary>
/// <param name="Source">Name of the source it came by; null when that source is gone.</param>
/// <param name="Raw">Null when this person may not see recipients, who stand in every raw mail.</param>
public sealed record EvidenceData(EvidenceRow Evidence, string? Source, IReadOnlyList<EvidenceRefusal> Refusals, RawPage? Raw);

using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Web.Evidence;

namespace BounceBoard.Web.Incidents;

/// <summary>What told of one refusal.</summary>
/// <param name="Raw">Text of the first piece; null when there is none or this person may not see recipients.</param>
public sealed record RefusalEvidence(RefusalRow Refusal, IReadOnlyList<EvidenceRow> Pieces, RawPage? Raw);

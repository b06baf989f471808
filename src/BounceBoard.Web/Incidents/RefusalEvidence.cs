using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Wordings;
using BounceBoard.Web.Evidence;

namespace BounceBoard.Web.Incidents;

/// <summary>What told of one refusal.</summary>
/// <param name="Rule">The tenant's own rule that gave the category; null when none did, or when it was deleted since.</param>
/// <param name="Raw">Text of the first piece; null when there is none or this person may not see recipients.</param>
public sealed record RefusalEvidence(RefusalRow Refusal, WordingRuleRow? Rule, IReadOnlyList<EvidenceRow> Pieces, RawPage? Raw);

using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Incidents;

/// <summary>What happened in an incident since it was dismissed, by event time: a late report of an earlier refusal counts for nothing.</summary>
/// <param name="Refusals">Refusals after the dismissal.</param>
/// <param name="People">People whose first refusal in it came after the dismissal.</param>
/// <param name="Verdict">In force now.</param>
public sealed record DismissalFacts(long Refusals, long People, Verdict? Verdict);

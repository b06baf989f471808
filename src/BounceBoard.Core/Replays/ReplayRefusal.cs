using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>A refusal of the scenario.</summary>
/// <param name="Tenant">Slug.</param>
/// <param name="Submitted">Recipient as submitted, case kept.</param>
/// <param name="KnownAt">When the evidence arrived; a late DSN arrives long after its event.</param>
public sealed record ReplayRefusal(string Tenant, string Submitted, DateTimeOffset KnownAt, KnownRefusal Refusal);

using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>Deliveries of the scenario that were counted together.</summary>
/// <param name="Tenant">Slug.</param>
/// <param name="KnownAt">When the counts arrived.</param>
public sealed record ReplayDelivery(string Tenant, DateTimeOffset KnownAt, KnownDelivery Delivery);

using BounceBoard.Core.Incidents;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Deliveries with the scope that took them.</summary>
public sealed record ScopedDelivery(KnownDelivery Delivery, ScopeKey Scope);

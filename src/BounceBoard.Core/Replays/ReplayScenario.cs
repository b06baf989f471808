namespace BounceBoard.Core.Replays;

/// <summary>A past or made-up stretch of time: who sends, what DNS said, what happened, and when somebody asks.</summary>
/// <param name="Resolvers">Names of the resolvers that are asked; at least one.</param>
/// <param name="Asked">Times of the questions, in the order of the answers.</param>
public sealed record ReplayScenario(
    string Name, IReadOnlyList<ReplayTenant> Tenants, IReadOnlyList<string> Resolvers, IReadOnlyList<DnsChange> Dns,
    IReadOnlyList<ReplayRefusal> Refusals, IReadOnlyList<ReplayDelivery> Deliveries, IReadOnlyList<DateTimeOffset> Asked);

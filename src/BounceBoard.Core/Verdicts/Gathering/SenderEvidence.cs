namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>One sender's refusals and deliveries, in any order.</summary>
public sealed record SenderEvidence(IReadOnlyList<JudgedRefusal> Refusals, IReadOnlyList<ScopedDelivery> Deliveries);

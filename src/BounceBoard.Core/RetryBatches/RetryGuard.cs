namespace BounceBoard.Core.RetryBatches;

/// <summary>One thing that must hold before anything is sent, and whether it does.</summary>
/// <param name="Holds">Null where it cannot be known yet; then <paramref name="Words"/> say why.</param>
/// <param name="Blocks">Approval is refused while it does not hold; else it is a warning.</param>
public sealed record RetryGuard(string Name, bool? Holds, bool Blocks, string Words);

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>What became of a post of outcomes.</summary>
/// <param name="Taken">Outcomes that are filed.</param>
/// <param name="Again">Outcomes that stood here already.</param>
/// <param name="Unknown">Tokens that were not made here for this tenant.</param>
public sealed record PostedReceipt(int Taken, int Again, IReadOnlyList<string> Unknown);

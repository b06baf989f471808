namespace BounceBoard.Operations.Outside;

/// <summary>One GET.</summary>
/// <param name="Address">An https address.</param>
/// <param name="MostBytes">A longer body is not taken.</param>
/// <param name="Accept">Media type that is asked for; empty: any.</param>
internal sealed record OutsideQuestion(Uri Address, int MostBytes, string Accept = "");

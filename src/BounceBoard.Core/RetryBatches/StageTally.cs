namespace BounceBoard.Core.RetryBatches;

/// <summary>How the attempts of one stage stand.</summary>
/// <param name="Accepted">Their server took it, or nothing was heard against it until the window's end.</param>
/// <param name="Refused">Refused or put off: neither counts as accepted.</param>
/// <param name="Open">Still planned, on the way, or only submitted.</param>
/// <param name="InDoubt">Sent, and nobody knows what came of it: counts as not accepted, for caution.</param>
/// <param name="Skipped">Never sent: outside the count.</param>
public sealed record StageTally(int Stage, int Accepted, int Refused, int Open, int InDoubt, int Skipped);

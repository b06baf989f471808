namespace BounceBoard.Core.RetryBatches;

/// <summary>Recipients of a sample that are tried together.</summary>
/// <param name="LeastAccepted">Of all tried so far; fewer end the test.</param>
/// <param name="Enough">Of all tried so far; as many pass the test without its next group.</param>
public sealed record SampleGroup(int People, int LeastAccepted, int Enough);

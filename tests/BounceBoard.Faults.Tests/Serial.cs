namespace BounceBoard.Faults.Tests;

/// <summary>Tests that have the machine for themselves: what they watch are moments of processes. The rounds of SIGKILL run side by side before them.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Serial;

namespace BounceBoard.Operations.Replays;

/// <summary>How far a look at the past has come, in incidents.</summary>
public sealed record ReplayProgress(long Judged, long Total);

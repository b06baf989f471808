namespace BounceBoard.Benchmarks.Peers;

/// <summary>One run.</summary>
/// <param name="Count">Files or lines read.</param>
/// <param name="Time">Without the start of the process.</param>
/// <param name="PeakBytes">Most memory of the process that read.</param>
internal sealed record PeerFigure(long Count, TimeSpan Time, long PeakBytes);

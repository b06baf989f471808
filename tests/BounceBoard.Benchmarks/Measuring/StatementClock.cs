using System.Diagnostics;

namespace BounceBoard.Benchmarks.Measuring;

/// <summary>Sums the time of what the storage tells of by one name; what runs side by side counts twice.</summary>
internal sealed class StatementClock : IDisposable
{
    private readonly ActivityListener _listener;
    private long _ticks;

    /// <param name="name"><c>transaction</c>, <c>statement</c> or <c>bulk</c>.</param>
    public StatementClock(string name)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BounceBoard.Storage",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Name == name ? ActivitySamplingResult.PropagationData : ActivitySamplingResult.None,
            ActivityStopped = activity => Interlocked.Add(ref _ticks, activity.Duration.Ticks),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void Dispose() => _listener.Dispose();
}

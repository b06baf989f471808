namespace BounceBoard.Operations;

/// <summary>How long to wait before the next try: twice as long after each failure, never more than the longest, and never all nodes at once.</summary>
internal sealed class BackOff(TimeSpan first, TimeSpan longest)
{
    private int _failures;

    /// <summary>No try has failed since the start or the last <see cref="Reset"/>.</summary>
    public bool IsFresh => _failures == 0;

    public void Reset() => _failures = 0;

    /// <returns>The time to wait now, between half and the whole of the step.</returns>
    public TimeSpan Next()
    {
        var step = Math.Min(first.Ticks * Math.Pow(2, _failures++), longest.Ticks) * TimeSpan.FromTicks(1);
        return step * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}

namespace BounceBoard.Storage.Database;

/// <summary>Makes row ids without asking the database: 42 bits of unix milliseconds, 10 bits of node, 11 bits of counter; rising within a process.</summary>
public static class RowIds
{
    private const int CounterBits = 11;
    private const int NodeBits = 10;
    private static readonly long Node = Random.Shared.Next(1 << NodeBits);
    private static long _last;

    /// <summary>No id made at or after <paramref name="at"/> is smaller, whatever process makes it.</summary>
    public static long First(DateTimeOffset at) => at.ToUnixTimeMilliseconds() << (NodeBits + CounterBits);

    /// <summary>The next id at <paramref name="now"/>; runs ahead of the clock by at most the surplus over 2,048 ids per millisecond.</summary>
    public static long Next(DateTimeOffset now)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now.ToUnixTimeMilliseconds() << CounterBits, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                var (time, counter) = (next >> CounterBits, next & ((1 << CounterBits) - 1));
                return (time << (NodeBits + CounterBits)) | (Node << CounterBits) | counter;
            }
        }
    }
}

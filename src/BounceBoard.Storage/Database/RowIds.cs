namespace BounceBoard.Storage.Database;

/// <summary>
/// Makes row ids without asking the database: 42 bits of unix milliseconds, 10 bits of node, 11 bits of counter; rising within a process. The node's number
/// comes from the table <c>node</c> when the process opens its database, so that no two processes make the same id.
/// </summary>
public static class RowIds
{
    /// <summary>As many processes can write to one database at a time.</summary>
    public const int Nodes = 1 << NodeBits;

    private const int CounterBits = 11;
    private const int NodeBits = 10;
    private static long _node = Random.Shared.Next(Nodes);
    private static long _last;

    /// <summary>This process's number; before it has taken one, the number it will ask for first.</summary>
    internal static int Node => (int)Interlocked.Read(ref _node);

    /// <summary>No id made at or after <paramref name="at"/> is smaller, whatever process makes it.</summary>
    public static long First(DateTimeOffset at) => at.ToUnixTimeMilliseconds() << (NodeBits + CounterBits);

    /// <summary>The next id at <paramref name="now"/>; runs ahead of the clock by at most the surplus over 2,048 ids per millisecond.</summary>
    public static long Next(DateTimeOffset now)
    {
        while (true)
        {
            var node = Interlocked.Read(ref _node);
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now.ToUnixTimeMilliseconds() << CounterBits, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                var (time, counter) = (next >> CounterBits, next & ((1 << CounterBits) - 1));
                return (time << (NodeBits + CounterBits)) | (node << CounterBits) | counter;
            }
        }
    }

    /// <summary>From now on ids bear this number.</summary>
    internal static void Use(int node)
    {
        if (Interlocked.Exchange(ref _node, node) != node)
        {
            // A smaller number in the same millisecond would make a smaller id.
            Interlocked.Add(ref _last, 1 << CounterBits);
        }
    }
}

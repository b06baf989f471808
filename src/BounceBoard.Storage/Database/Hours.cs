namespace BounceBoard.Storage.Database;

/// <summary>The hours of the counting tables: unix milliseconds of their start, UTC.</summary>
internal static class Hours
{
    private const long Length = 3_600_000;

    public static long StartOf(DateTimeOffset at)
    {
        var time = at.ToUnixTimeMilliseconds();
        return time - (((time % Length) + Length) % Length);
    }
}

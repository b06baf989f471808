namespace BounceBoard.Web.Evidence;

/// <summary>A readable stretch of one piece of raw evidence.</summary>
/// <param name="From">First byte shown.</param>
/// <param name="Until">First byte not shown.</param>
/// <param name="Total">Bytes kept.</param>
public sealed record RawPage(IReadOnlyList<InertSegment> Segments, long From, long Until, long Total)
{
    /// <summary>Bytes of one page: what a browser lays out at once without a pause.</summary>
    public const int Size = 64 * 1024;

    // A page of pure binary would be one mark per byte; beyond this many the rest is cut, and the page says so.
    private const int MostSegments = 8000;

    /// <param name="from">Where to begin; taken back to the last start of a page inside the bytes.</param>
    public static RawPage Of(ReadOnlySpan<byte> bytes, long from)
    {
        var start = (int)Math.Clamp(from, 0, Math.Max(0, bytes.Length - 1));
        var length = Math.Min(Size, bytes.Length - start);
        var segments = InertText.Of(bytes.Slice(start, length));
        return new(segments.Count > MostSegments ? [.. segments.Take(MostSegments), new("…", "the rest of this page is binary: download it")] : segments,
            start, start + length, bytes.Length);
    }
}

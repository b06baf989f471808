namespace BounceBoard.Storage.Evidence;

/// <summary>What became of everything that was offered: <c>received = stored + duplicates + quarantined</c>.</summary>
public sealed class IntakeCounts
{
    public long Received { get; init; }

    public long Stored { get; init; }

    public long Duplicates { get; init; }

    public long Quarantined { get; init; }

    /// <summary>Stored and not parsed yet; part of <see cref="Stored"/>.</summary>
    public long Waiting { get; init; }
}

using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>How a followed log stands.</summary>
/// <param name="File">The file that is read; null before the first look.</param>
/// <param name="Size">Bytes of it now, where this machine can see it; else when it was last read. Null when unknown.</param>
/// <param name="IsSeen">This machine sees the file now.</param>
public sealed record FollowedLogView(FollowedLogRow Log, LogGenerationRow? File, long? Size, bool IsSeen)
{
    /// <summary>Bytes that wait, a line that is being written included; null when unknown or the file is read expanded.</summary>
    public long? Lag => File is null || Size is not { } size || size < File.Position ? null : size - File.Position;
}

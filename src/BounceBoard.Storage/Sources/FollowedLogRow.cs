using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Sources;

/// <summary>A source that follows a growing log, with how far it came.</summary>
public sealed record FollowedLogRow
{
    public required TenantId TenantId { get; init; }

    public required long SourceId { get; init; }

    /// <summary>As the owner wrote it; it may be a link.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the machine whose file it is; null: any that has it.</summary>
    public string? Host { get; init; }

    /// <summary>Since when it is followed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Number of the last piece that was taken; 0 before the first.</summary>
    public int Ordinal { get; init; }

    /// <summary>When the last piece was taken.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When the file behind the path was last found to be another one.</summary>
    public DateTimeOffset? RotatedAt { get; init; }

    /// <summary>What keeps it from being read now; null while nothing does.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? ProblemAt { get; init; }

    /// <summary>How lines may have been lost, the last time they may have been.</summary>
    public string? Loss { get; init; }

    public DateTimeOffset? LossAt { get; init; }
}

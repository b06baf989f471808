using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Sources;

/// <summary>A source whose silence somebody wants to hear of.</summary>
public sealed class WatchedSourceRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public required int SilentAfterHours { get; init; }

    /// <summary>When it was found silent; null while it is not.</summary>
    public required DateTimeOffset? SilentSince { get; init; }

    /// <summary>When it last gave something; when it was made, if it never did.</summary>
    public required DateTimeOffset LastAt { get; init; }
}

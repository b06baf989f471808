using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Sources;

/// <summary>One way by which evidence of a tenant comes in.</summary>
public sealed class SourceRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>Absolute path of a drop folder or of a followed log; null for the other kinds, and for one that is not watched any more.</summary>
    public required string? Folder { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Hours without anything after which it counts as silent; null when nobody wants to hear of it.</summary>
    public int? SilentAfterHours { get; init; }

    /// <summary>When it was found silent; null while it is not.</summary>
    public DateTimeOffset? SilentSince { get; init; }
}

using BounceBoard.Core.Routes;

namespace BounceBoard.Storage.Routes;

/// <summary>A configured line that DNS contradicted at the last check.</summary>
public sealed class RouteFindingRow
{
    public required long RouteId { get; init; }

    /// <summary>1-based line of the pasted table.</summary>
    public required long LineNumber { get; init; }

    public required string Domain { get; init; }

    public required string Host { get; init; }

    /// <summary>As written.</summary>
    public required string Line { get; init; }

    public required RouteFindingKind Kind { get; init; }

    public required string How { get; init; }

    /// <summary>Of the first check that found it.</summary>
    public required DateTimeOffset FoundAt { get; init; }
}

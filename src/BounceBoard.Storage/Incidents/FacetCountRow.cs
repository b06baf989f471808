namespace BounceBoard.Storage.Incidents;

/// <summary>How many incidents (or, around one incident, refusals) have one value of one facet.</summary>
public sealed class FacetCountRow
{
    /// <summary><c>verdict</c>, <c>cause</c>, <c>state</c>, <c>family</c> or <c>scope</c>; around one incident <c>remote-ip</c>, <c>pool</c> …</summary>
    public required string Facet { get; init; }

    /// <summary>The enum member's name; empty for "not decided yet".</summary>
    public required string Value { get; init; }

    public required long Count { get; init; }
}

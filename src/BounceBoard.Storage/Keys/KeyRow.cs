namespace BounceBoard.Storage.Keys;

/// <summary>One element of the Data Protection key ring.</summary>
public sealed class KeyRow
{
    /// <summary>Unique: what Data Protection calls the element.</summary>
    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

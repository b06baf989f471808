namespace BounceBoard.Storage.Incidents;

/// <summary>A search of the incident list that one person of one tenant keeps under a name.</summary>
public sealed class SavedViewRow
{
    public required string Name { get; init; }

    /// <summary>What stands in the search box.</summary>
    public required string Query { get; init; }
}

namespace BounceBoard.Storage.Domains;

/// <summary>A DKIM selector that signed mail.</summary>
public sealed class SeenSelectorRow
{
    public required string Selector { get; init; }

    /// <summary>See <see cref="SeenSenderRow.Verified"/>.</summary>
    public required bool Verified { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}

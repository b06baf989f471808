namespace BounceBoard.Storage.Transfers;

/// <summary>How far a table has come.</summary>
internal sealed class MoveState
{
    public required string Name { get; init; }

    /// <summary>Key of the last row that was copied, as JSON; null before the first.</summary>
    public required string? LastKey { get; init; }

    public required long Rows { get; init; }

    public required bool IsCopied { get; init; }

    /// <summary>Null until both sides were found equal.</summary>
    public required string? Checksum { get; init; }
}

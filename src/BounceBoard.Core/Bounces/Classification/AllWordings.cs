namespace BounceBoard.Core.Bounces.Classification;

/// <summary>The rows of all families in the order in which they are asked.</summary>
internal static class AllWordings
{
    public static IReadOnlyList<Wording> InOrder { get; } =
    [
        .. RelayWordings.Traps,
        .. RelayWordings.Rows,
    ];
}

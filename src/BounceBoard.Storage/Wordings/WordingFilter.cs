namespace BounceBoard.Storage.Wordings;

/// <summary>Which unknown wordings a list shows, in which order, and which page of it.</summary>
/// <param name="Text">Part of the skeleton.</param>
/// <param name="Ruled">Only those that a rule knows by now, or only those that none does; null for both.</param>
public sealed record WordingFilter(string? Text, bool? Ruled, WordingSort Sort, int Take, int Skip)
{
    /// <summary>Wordings kept of one tenant; beyond that the rarest leave, so that nobody fills the table with made-up texts.</summary>
    public const int MostWordings = 5000;
}

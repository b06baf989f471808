namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>What one provider means by its own codes, and by common words where it means something else by them than others do.</summary>
internal sealed class ProviderTable
{
    private WordingIndex? _index;

    /// <summary>Organizational domains of its servers, and of the addresses it hosts.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Words that only this provider says: they tell it where the server is not named, and behind a gateway that retells its reply.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<Wording> Rows { get; init; }

    public BounceCategory? Find(Answer answer) => (_index ??= new WordingIndex(Rows)).First(answer)?.Category;
}

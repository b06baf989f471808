using BounceBoard.Storage.Wordings;

namespace BounceBoard.Web.Wordings;

/// <summary>What the page of a tenant's wordings shows.</summary>
/// <param name="Total">Wordings that the filter lets through, on all pages.</param>
/// <param name="Rules">The oldest first.</param>
/// <param name="Judged">Stored refusals with a category from each rule.</param>
public sealed record WordingListData(
    IReadOnlyList<WordingLine> Lines, long Total, IReadOnlyList<WordingRuleRow> Rules, IReadOnlyDictionary<long, long> Judged);

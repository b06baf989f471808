using BounceBoard.Core.Suppressions;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Web.Suppressions;

/// <summary>What the suppression list shows.</summary>
/// <param name="Matching">Entries of the filter, whatever page is shown.</param>
/// <param name="OlderBefore">Change from which the next page goes on; null when this is the last.</param>
public sealed record SuppressionListData(
    IReadOnlyList<SuppressionRow> Rows, IReadOnlyDictionary<SuppressionState, long> Counts, long Matching, IReadOnlyList<SuppressionWindow> Windows,
    long? OlderBefore)
{
    public long Held => Counts.GetValueOrDefault(SuppressionState.Held);

    public long Suggested => Counts.GetValueOrDefault(SuppressionState.Suggested);

    public long Released => Counts.GetValueOrDefault(SuppressionState.Released);
}

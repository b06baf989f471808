using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>What the list of retries shows.</summary>
/// <param name="Stops">Why nothing is sent: the installation's stop first; empty while sending is allowed.</param>
/// <param name="OlderBefore">Number from which the next page goes on; null when this is the last.</param>
public sealed record RetryListData(
    IReadOnlyList<RetryListRow> Rows, IReadOnlyDictionary<RetryTab, int> Counts, IReadOnlyList<SendingStopRow> Stops, long? OlderBefore)
{
    public int Of(RetryTab tab) => Counts.GetValueOrDefault(tab);
}

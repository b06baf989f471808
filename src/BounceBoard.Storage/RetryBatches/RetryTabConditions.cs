using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Which batches a list shows, as a condition on the alias b; states are written by name, so nothing of a person's enters it.</summary>
internal static class RetryTabConditions
{
    public static RetryTab Of(RetryBatchState state) => state switch
    {
        RetryBatchState.Draft or RetryBatchState.AwaitingApproval => RetryTab.Waiting,
        RetryBatchState.Approved or RetryBatchState.Sending or RetryBatchState.Observing => RetryTab.Running,
        RetryBatchState.Completed => RetryTab.Done,
        RetryBatchState.Halted or RetryBatchState.Rejected or RetryBatchState.Cancelled or RetryBatchState.Expired => RetryTab.Stopped,
    };

    public static string Where(RetryTab tab) => tab == RetryTab.InDoubt
        ? "b.id IN (SELECT a.batch_id FROM retry_attempt a WHERE a.tenant_id = @tenant AND a.state = 'InDoubt')"
        : $"b.state IN ({string.Join(", ", Enum.GetValues<RetryBatchState>().Where(state => Of(state) == tab).Select(state => $"'{state}'"))})";
}

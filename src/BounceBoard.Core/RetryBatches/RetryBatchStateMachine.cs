namespace BounceBoard.Core.RetryBatches;

/// <summary>Nothing is sent before somebody approved; what ended stays ended.</summary>
public static class RetryBatchStateMachine
{
    /// <summary>The next state, or null when the event moves nothing: then no button shows.</summary>
    public static RetryBatchState? Next(RetryBatchState state, RetryBatchEvent happened) => (state, happened) switch
    {
        (RetryBatchState.Draft, RetryBatchEvent.Request) => RetryBatchState.AwaitingApproval,
        (RetryBatchState.Draft, RetryBatchEvent.Cancel) => RetryBatchState.Cancelled,
        (RetryBatchState.Draft, RetryBatchEvent.Expire) => RetryBatchState.Expired,
        (RetryBatchState.AwaitingApproval, RetryBatchEvent.Approve) => RetryBatchState.Approved,
        (RetryBatchState.AwaitingApproval, RetryBatchEvent.Reject) => RetryBatchState.Rejected,
        (RetryBatchState.AwaitingApproval, RetryBatchEvent.AskForChange) => RetryBatchState.Draft,
        (RetryBatchState.AwaitingApproval, RetryBatchEvent.Cancel) => RetryBatchState.Cancelled,
        (RetryBatchState.AwaitingApproval, RetryBatchEvent.Expire) => RetryBatchState.Expired,
        // A person is content with the stages that were sent.
        (RetryBatchState.AwaitingApproval, RetryBatchEvent.Finish) => RetryBatchState.Completed,
        (RetryBatchState.Approved, RetryBatchEvent.Undo) => RetryBatchState.AwaitingApproval,
        (RetryBatchState.Approved, RetryBatchEvent.Begin) => RetryBatchState.Sending,
        (RetryBatchState.Approved, RetryBatchEvent.Cancel) => RetryBatchState.Cancelled,
        (RetryBatchState.Approved, RetryBatchEvent.Expire) => RetryBatchState.Expired,
        (RetryBatchState.Approved, RetryBatchEvent.Halt) => RetryBatchState.Halted,
        (RetryBatchState.Sending, RetryBatchEvent.StageSent) => RetryBatchState.Observing,
        (RetryBatchState.Sending, RetryBatchEvent.Cancel) => RetryBatchState.Cancelled,
        (RetryBatchState.Sending, RetryBatchEvent.Halt) => RetryBatchState.Halted,
        (RetryBatchState.Observing, RetryBatchEvent.NextStage) => RetryBatchState.Sending,
        (RetryBatchState.Observing, RetryBatchEvent.AskForNextStage) => RetryBatchState.AwaitingApproval,
        (RetryBatchState.Observing, RetryBatchEvent.Finish) => RetryBatchState.Completed,
        (RetryBatchState.Observing, RetryBatchEvent.Cancel) => RetryBatchState.Cancelled,
        (RetryBatchState.Observing, RetryBatchEvent.Halt) => RetryBatchState.Halted,
        (RetryBatchState.Draft, RetryBatchEvent.Confirm) => RetryBatchState.Draft,
        (RetryBatchState.AwaitingApproval or RetryBatchState.Approved or RetryBatchState.Sending or RetryBatchState.Observing, RetryBatchEvent.Confirm) =>
            RetryBatchState.AwaitingApproval,
        _ => null,
    };

    /// <summary>What ended stays ended.</summary>
    public static bool IsEnd(RetryBatchState state) => state switch
    {
        RetryBatchState.Draft or RetryBatchState.AwaitingApproval or RetryBatchState.Approved or RetryBatchState.Sending or RetryBatchState.Observing => false,
        RetryBatchState.Completed or RetryBatchState.Halted or RetryBatchState.Rejected or RetryBatchState.Cancelled or RetryBatchState.Expired => true,
    };
}

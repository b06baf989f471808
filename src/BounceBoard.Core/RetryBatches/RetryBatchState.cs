namespace BounceBoard.Core.RetryBatches;

/// <summary>Where a batch of controlled retries stands; see <see cref="RetryBatchStateMachine"/>.</summary>
public enum RetryBatchState
{
    /// <summary>Nobody has been asked yet, or a change was asked for.</summary>
    Draft,
    AwaitingApproval,

    /// <summary>The undo time runs, or its hour has not come.</summary>
    Approved,
    Sending,

    /// <summary>The stage is sent; logs, DSNs and time decide.</summary>
    Observing,
    Completed,

    /// <summary>The stop rule, the stop switch or a change after approval ended it.</summary>
    Halted,
    Rejected,
    Cancelled,

    /// <summary>Nobody decided in time.</summary>
    Expired,
}

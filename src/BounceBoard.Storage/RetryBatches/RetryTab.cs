namespace BounceBoard.Storage.RetryBatches;

/// <summary>The lists of the page of retries.</summary>
public enum RetryTab
{
    /// <summary>Drafts and what waits for approval.</summary>
    Waiting,

    /// <summary>Approved, sending or observing.</summary>
    Running,
    Done,

    /// <summary>Halted, rejected, cancelled or expired.</summary>
    Stopped,

    /// <summary>Batches with recipients of whom nobody knows whether they got the mail.</summary>
    InDoubt,
}

namespace BounceBoard.Core.RetryBatches;

/// <summary>What moves a batch.</summary>
public enum RetryBatchEvent
{
    /// <summary>A person asks for approval of exactly this plan.</summary>
    Request,
    Approve,

    /// <summary>Taken back before the first connection.</summary>
    Undo,
    Reject,

    /// <summary>Back to the requester: the plan is void.</summary>
    AskForChange,
    Cancel,
    Expire,

    /// <summary>The undo time is over and the hour has come.</summary>
    Begin,

    /// <summary>Nobody of the stage is left to send to.</summary>
    StageSent,

    /// <summary>The stage went well and the next one was approved with it.</summary>
    NextStage,

    /// <summary>The stage went well; a person decides on the next.</summary>
    AskForNextStage,

    /// <summary>The last stage is decided, or a person is content.</summary>
    Finish,
    Halt,

    /// <summary>An owner lets a batch of a restored database go on; whatever was approved before is void.</summary>
    Confirm,
}

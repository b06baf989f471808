namespace BounceBoard.Core.RetryBatches;

/// <summary>What moves an attempt.</summary>
public enum AttemptEvent
{
    Claim,

    /// <summary>The claim ended before the final dot: nothing was delivered.</summary>
    Release,

    /// <summary>The final dot comes next.</summary>
    HandOver,
    Submit,
    Accept,
    Defer,
    Refuse,
    Doubt,
    Skip,
}

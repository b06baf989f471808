namespace BounceBoard.Core.RetryBatches;

/// <summary>Where the one try for one recipient stands; see <see cref="AttemptStateMachine"/>.</summary>
public enum AttemptState
{
    Planned,

    /// <summary>Somebody holds it and nothing can have been delivered: the final dot is not sent.</summary>
    Claimed,

    /// <summary>Committed before the final dot: from here on it may have been delivered.</summary>
    HandingOver,

    /// <summary>Our own relay, or the tenant's platform, took it.</summary>
    Submitted,

    /// <summary>The recipient's server took it, or nothing was heard against it.</summary>
    Accepted,

    /// <summary>The recipient's server put it off.</summary>
    Deferred,
    Refused,

    /// <summary>The answer after the final dot was lost. Never sent again by itself.</summary>
    InDoubt,

    /// <summary>A guard spoke against it before it was sent, or the batch ended.</summary>
    Skipped,
}

namespace BounceBoard.Core.RetryBatches;

/// <summary>Whether nobody decided, or an approval was not used, in time.</summary>
public static class RetryExpiry
{
    /// <param name="expiresAt">End of the time in which a batch in this state may be decided, or its approval used; null: no end.</param>
    public static bool IsOver(RetryBatchState state, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        expiresAt <= now && RetryBatchStateMachine.Next(state, RetryBatchEvent.Expire) is not null;
}

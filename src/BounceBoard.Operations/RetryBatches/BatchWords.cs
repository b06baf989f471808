using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>How batches are spoken of to people and in the audit log.</summary>
internal static class BatchWords
{
    /// <summary>Characters of a comment.</summary>
    public const int LongestComment = 500;

    public static OperationResult.Refused NotThere { get; } = new("There is no such batch in this tenant. Load the page again.");

    public static string Name(RetryBatchRow batch) => string.Create(CultureInfo.InvariantCulture, $"RB-{batch.Number}");

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Where it stands, and who put it there.</summary>
    public static string Stands(RetryBatchRow batch) => $"{Name(batch)} " + batch.State switch
    {
        RetryBatchState.Draft => "went back to the requester: its plan is void. Ask for a new one.",
        RetryBatchState.AwaitingApproval => $"waits for the approval of step {batch.Stage}.",
        RetryBatchState.Approved => $"was approved by {batch.ApprovedBy} at {Moment(batch.ApprovedAt)}.",
        RetryBatchState.Sending => $"is being sent; {batch.ApprovedBy} approved it at {Moment(batch.ApprovedAt)}.",
        RetryBatchState.Observing => $"is being observed; {batch.ApprovedBy} approved it at {Moment(batch.ApprovedAt)}.",
        RetryBatchState.Completed => "is completed.",
        RetryBatchState.Halted => "was halted.",
        RetryBatchState.Rejected => "was rejected.",
        RetryBatchState.Cancelled => "was cancelled.",
        RetryBatchState.Expired => "has expired: nobody decided in time.",
    };

    /// <returns>Null when it may be kept.</returns>
    public static string? CommentProblem(string comment, bool mustBe) =>
        comment.Trim().Length > LongestComment || (mustBe && comment.Trim().Length == 0)
            ? $"Write a comment of {(mustBe ? 1 : 0)} to {LongestComment} characters: whoever meets the batch next must know it."
            : null;

    private static string Moment(DateTimeOffset? at) => at is { } known ? Time(known) : "an unknown time";
}

namespace BounceBoard.Storage.RetryBatches;

/// <summary>The states from which a batch moves on; the others have ended for good.</summary>
internal static class UnfinishedBatches
{
    public const string States = "('Draft', 'AwaitingApproval', 'Approved', 'Sending', 'Observing')";
}

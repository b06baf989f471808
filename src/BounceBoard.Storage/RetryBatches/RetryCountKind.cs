namespace BounceBoard.Storage.RetryBatches;

/// <summary>What a day's mails are counted for.</summary>
public enum RetryCountKind
{
    Tenant,

    /// <summary>A recipient domain of the tenant.</summary>
    Domain,
    Route,
    Installation,
}

namespace BounceBoard.Core.RetryBatches;

/// <summary>When the person who asked may not approve.</summary>
public enum FourEyes
{
    Off,

    /// <summary>For batches with more recipients than the tenant's number.</summary>
    Above,
    Always,
}

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Tells a restored database from the one that sent.</summary>
public sealed class SendingIdentity
{
    /// <returns>Batches that were frozen because the database is a restored or copied one; 0 when it is not.</returns>
    public Task<int> EnsureAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}

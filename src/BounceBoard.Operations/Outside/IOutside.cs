namespace BounceBoard.Operations.Outside;

/// <summary>Fetches from the public Internet what somebody else named.</summary>
public interface IOutside
{
    /// <param name="address">An https address.</param>
    /// <returns>The body of a 200 answer.</returns>
    /// <exception cref="OutsideException">The address is not allowed, or there was no such answer.</exception>
    Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken);
}

namespace BounceBoard.Operations.Outside;

/// <summary>Fetches from and posts to the public Internet, where somebody else named.</summary>
public interface IOutside
{
    /// <param name="address">An https address.</param>
    /// <returns>The body of a 200 answer.</returns>
    /// <exception cref="OutsideException">The address is not allowed, or there was no such answer.</exception>
    Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken);

    /// <param name="address">An https address.</param>
    /// <param name="body">JSON.</param>
    /// <returns>The status of the answer, whatever it is; its body is of no interest.</returns>
    /// <exception cref="OutsideException">The address is not allowed, or there was no answer.</exception>
    Task<int> PostAsync(Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken);

    /// <summary>A post that must not happen twice: what it may set going is written down before the body leaves.</summary>
    /// <param name="beforeBody">Asked once, when the connection stands and nothing of the body has left; false ends the post.</param>
    /// <returns>The status of the answer; null when <paramref name="beforeBody"/> said no.</returns>
    /// <exception cref="OutsideException">The address is not allowed, or there was no answer; it tells whether the body had left.</exception>
    Task<int?> PostOnceAsync(
        Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, Func<CancellationToken, Task<bool>> beforeBody, CancellationToken cancellationToken);
}

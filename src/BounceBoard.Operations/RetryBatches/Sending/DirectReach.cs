using System.Net;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Which servers of recipients may be connected to, and where.</summary>
/// <param name="Allows">True for an address that may.</param>
/// <param name="Port">Where mail servers listen (RFC 5321 §4.5.4.2).</param>
internal sealed record DirectReach(Func<IPAddress, bool> Allows, int Port)
{
    /// <summary>Public addresses, port 25.</summary>
    public static DirectReach Public { get; } = new(PublicAddresses.Contains, 25);
}

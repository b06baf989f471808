using System.Net;

namespace BounceBoard.Core.Domains.Health;

/// <summary>An address that sends for the tenant.</summary>
/// <param name="Helo">The name it says in EHLO; null when unknown.</param>
public sealed record SendingHost(IPAddress Address, string? Helo)
{
    /// <summary>How it is known to be the tenant's.</summary>
    public SendingHostOrigin Origin { get; init; }
}

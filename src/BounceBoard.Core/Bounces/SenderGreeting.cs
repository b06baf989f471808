using System.Net;

namespace BounceBoard.Core.Bounces;

/// <summary>What a sending server called itself in HELO or EHLO (RFC 5321 §4.1.1.1).</summary>
/// <param name="Helo">As said, lower case; it need not be a full name.</param>
/// <param name="Address">From where; null when the evidence does not tell.</param>
public sealed record SenderGreeting(string Helo, IPAddress? Address);

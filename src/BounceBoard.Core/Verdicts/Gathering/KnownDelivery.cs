using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Accepted messages that were counted together: one domain, one server, one pool, one time.</summary>
/// <param name="At">Event time, or the start of the hour where only hours are kept.</param>
/// <param name="HasUpperCase">Local parts with a capital letter; null when not known.</param>
/// <param name="Count">Messages, at least 1.</param>
/// <param name="Person">Recipient key, where the evidence names the recipient.</param>
/// <param name="IsControlledRetry">It answered a controlled retry.</param>
public sealed record KnownDelivery(
    DateTimeOffset At, DomainName Domain, IPAddress? RemoteIp, string? Pool, bool? HasUpperCase, long Count, string? Person, bool IsControlledRetry);

using System.Net;

namespace BounceBoard.Core.Domains.Health;

/// <summary>One authoritative server of the domain's zone and what it answered itself.</summary>
/// <param name="Name">As the NS record says, lower case.</param>
/// <param name="Address">The address that was asked; null when the name has none.</param>
/// <param name="Answers">Same questions to every server (SOA, NS, MX, TXT of the domain and of <c>_dmarc</c>); empty when none was asked.</param>
/// <param name="IsAuthoritative">The answers had the AA flag; null when none came. False: lame (RFC 1912 §2.8).</param>
public sealed record NameServerFact(string Name, IPAddress? Address, IReadOnlyList<RecordAnswer> Answers, bool? IsAuthoritative);

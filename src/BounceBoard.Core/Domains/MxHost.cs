using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains;

/// <summary>One exchange of an MX set with its addresses as the same resolver gave them.</summary>
/// <param name="Name">Exchange host.</param>
/// <param name="Preference">0 to 65535, lowest first (RFC 5321 §5.1).</param>
/// <param name="AddressState">State of the A and AAAA look-ups together.</param>
/// <param name="Addresses">IPv4 first, each family in ascending order.</param>
public sealed record MxHost(DomainName Name, int Preference, DnsState AddressState, IReadOnlyList<IPAddress> Addresses);

using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains;

/// <summary>What one resolver says of the mail servers of one domain.</summary>
public sealed record MxAnswer
{
    public required DomainName Domain { get; init; }

    /// <summary>Found: at least one MX (the null MX included). Absent: none. Unknown: no usable answer.</summary>
    public required DnsState State { get; init; }

    /// <summary><c>NOERROR</c>, <c>NXDOMAIN</c>, <c>SERVFAIL</c>, <c>REFUSED</c>, <c>TIMEOUT</c> …</summary>
    public required string Rcode { get; init; }

    /// <summary>Exchanges, by preference then name; empty for the null MX (RFC 7505) and where there is no MX.</summary>
    public IReadOnlyList<MxHost> Hosts { get; init; } = [];

    /// <summary>The domain publishes the null MX (RFC 7505): it accepts no mail.</summary>
    public bool IsNullMx { get; init; }

    /// <summary>Without any MX: the domain's own addresses, which then receive mail (RFC 5321 §5.1).</summary>
    public IReadOnlyList<IPAddress> ImplicitAddresses { get; init; } = [];

    /// <summary>Time to live of the MX set, seconds; null when unknown.</summary>
    public int? Ttl { get; init; }

    /// <summary>The name does not exist at all.</summary>
    public bool NoSuchDomain => State == DnsState.Absent && Rcode == "NXDOMAIN";
}

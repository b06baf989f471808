using BounceBoard.Core.Domains;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Asking;

/// <summary>The answer to one question.</summary>
/// <param name="Rcode"><c>NOERROR</c>, <c>NXDOMAIN</c>, <c>SERVFAIL</c> …, or a failure's own word (<c>TIMEOUT</c>, <c>UNREACHABLE</c>, <c>BADREPLY</c>, <c>LAME</c>).</param>
/// <param name="Answers">Answer section as sent.</param>
/// <param name="Authorities">Authority section as sent.</param>
/// <param name="IsAuthoritative">The server speaks for the zone (AA, RFC 1035 §4.1.1).</param>
internal sealed record Reply(
    string Rcode, IReadOnlyList<DnsResourceRecord> Answers, IReadOnlyList<DnsResourceRecord> Authorities, bool IsAuthoritative)
{
    /// <summary>The resolver says that it has validated the answer (AD, RFC 4035 §3.2.3); worth as much as the resolver and the way to it.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>Additional section as sent.</summary>
    public IReadOnlyList<DnsResourceRecord> Additionals { get; init; } = [];

    /// <summary>The server says that it looks up for others (RA, RFC 1035 §4.1.1).</summary>
    public bool OffersRecursion { get; init; }

    /// <summary>A real answer: the name has records, has none of the type, or does not exist. Anything else is Unknown.</summary>
    public bool IsUsable => Rcode is Rcodes.NoError or Rcodes.NoSuchDomain;

    public static Reply Failed(string rcode) => new(rcode, [], [], false);

    /// <summary>Found when there is data; Absent needs an answer that says so.</summary>
    public DnsState StateFor(int records) => !IsUsable ? DnsState.Unknown : records > 0 ? DnsState.Found : DnsState.Absent;
}

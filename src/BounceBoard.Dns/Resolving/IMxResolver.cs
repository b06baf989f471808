using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Dns.Resolving;

/// <summary>One source of DNS answers. A failure is an answer too (<see cref="DnsState.Unknown"/>); nothing but cancellation is thrown.</summary>
public interface IMxResolver
{
    /// <summary>Name under which its answers are stored: <c>system</c>, <c>1.1.1.1</c>, <c>authoritative</c>.</summary>
    string Name { get; }

    /// <summary>The MX set with the addresses of every host, or the domain's own addresses where there is no MX.</summary>
    Task<MxAnswer> MxAsync(DomainName domain, CancellationToken cancellationToken);

    /// <summary>The records of one name and type.</summary>
    /// <param name="name">A name, with or without root dot; for <see cref="RecordType.Ptr"/> an address is turned into its reverse name.</param>
    Task<RecordAnswer> RecordAsync(string name, RecordType type, CancellationToken cancellationToken);

    /// <summary>The records of exactly this name, which need not be a host name: SPF macros make names of local parts (RFC 7208 §7).</summary>
    /// <param name="question">Labels of 1 to 63 octets of ASCII, 253 in all; no root dot.</param>
    Task<RecordAnswer> RecordAsync(RecordQuestion question, CancellationToken cancellationToken);
}

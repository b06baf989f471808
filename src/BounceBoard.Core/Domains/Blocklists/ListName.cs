using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>The names under which lists are asked.</summary>
public static class ListName
{
    private const int Longest = 253;

    /// <summary><c>7.100.51.198.ZONE</c> for <c>198.51.100.7</c> (RFC 5782 §2.1), 32 nibbles for an IPv6 address as it is (§2.4).</summary>
    public static string Of(IPAddress address, string zone)
    {
        var reverse = ReverseName.Of(address);
        var suffix = address.AddressFamily == AddressFamily.InterNetwork ? "in-addr.arpa" : "ip6.arpa";
        return reverse[..^suffix.Length] + zone;
    }

    /// <summary><c>example.net.ZONE</c> (RFC 5782 §3); null when that is longer than a name may be.</summary>
    public static string? Of(DomainName domain, string zone) => domain.Value.Length + zone.Length < Longest ? $"{domain.Value}.{zone}" : null;
}

using System.Net;

namespace BounceBoard.Dns.Domains;

/// <summary>An IPv4 address that came in the clothes of IPv6 (<c>::ffff:192.0.2.1</c>) is an IPv4 address to DNS.</summary>
internal static class PlainAddress
{
    public static IPAddress Of(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

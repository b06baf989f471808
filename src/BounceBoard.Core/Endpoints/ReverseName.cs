using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Core.Endpoints;

/// <summary>The name under which an address has its PTR record (RFC 1035 §3.5, RFC 3596 §2.5).</summary>
public static class ReverseName
{
    /// <summary><c>7.100.51.198.in-addr.arpa</c> for <c>198.51.100.7</c>; nibbles under <c>ip6.arpa</c> for IPv6.</summary>
    public static string Of(IPAddress ip)
    {
        var bytes = ip.GetAddressBytes();
        Array.Reverse(bytes);
        return ip.AddressFamily == AddressFamily.InterNetwork
            ? string.Join('.', bytes.Select(part => part.ToString(CultureInfo.InvariantCulture))) + ".in-addr.arpa"
            : string.Join('.', bytes.Select(Nibbles)) + ".ip6.arpa";
    }

    private static string Nibbles(byte part) => string.Create(CultureInfo.InvariantCulture, $"{part & 15:x}.{part >> 4:x}");
}

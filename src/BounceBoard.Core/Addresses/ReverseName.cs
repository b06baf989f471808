using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Core.Addresses;

/// <summary>The name under which the PTR record of an address stands (RFC 1035 §3.5, RFC 3596 §2.5).</summary>
public static class ReverseName
{
    /// <returns><c>7.100.51.198.in-addr.arpa</c> or the nibbles under <c>ip6.arpa</c>, lower case, without the root dot.</returns>
    public static string Of(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes().Reverse();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? string.Join('.', bytes) + ".in-addr.arpa"
            : string.Join('.', bytes.SelectMany(Nibbles)) + ".ip6.arpa";
    }

    private static string[] Nibbles(byte value) =>
        [(value & 0xF).ToString("x", CultureInfo.InvariantCulture), (value >> 4).ToString("x", CultureInfo.InvariantCulture)];
}

using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Core.Domains.Spf;

/// <summary>An address as a number, so that a prefix is one comparison.</summary>
/// <param name="Bits">An IPv4 address stands in the lowest 32 bits.</param>
internal readonly record struct SpfAddress(bool IsV6, UInt128 Bits)
{
    /// <summary>The client's address; an IPv4 address mapped into IPv6 is the IPv4 address (RFC 7208 §5).</summary>
    public static SpfAddress Of(IPAddress ip)
    {
        var plain = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        Span<byte> bytes = stackalloc byte[16];
        plain.TryWriteBytes(bytes, out var count);
        return count == 4 ? new(false, BinaryPrimitives.ReadUInt32BigEndian(bytes)) : new(true, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Bits);
        return new IPAddress(IsV6 ? bytes : bytes[12..]);
    }

    /// <summary>Four decimal numbers without leading zeros (RFC 7208 §12, ip4-network); shorter and hexadecimal forms are not addresses here.</summary>
    public static bool TryParseV4(ReadOnlySpan<char> text, out SpfAddress address)
    {
        address = default;
        uint bits = 0;
        var (parts, value, digits) = (0, 0u, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '.';
            if (c == '.')
            {
                if (digits == 0 || ++parts > 4)
                    return false;
                bits = (bits << 8) | value;
                (value, digits) = (0, 0);
                continue;
            }
            if (!char.IsAsciiDigit(c) || (digits > 0 && value == 0))
            {
                return false;
            }
            value = (value * 10) + (uint)(c - '0');
            if (++digits > 3 || value > 255)
                return false;
        }
        address = new(false, bits);
        return parts == 4;
    }

    /// <summary>The text forms of RFC 4291 §2.2, without a zone.</summary>
    public static bool TryParseV6(ReadOnlySpan<char> text, out SpfAddress address)
    {
        address = default;
        if (text.ContainsAny("%[]/") || !text.Contains(':') || !IPAddress.TryParse(text, out var ip) || ip.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }
        Span<byte> bytes = stackalloc byte[16];
        ip.TryWriteBytes(bytes, out _);
        address = new(true, BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return true;
    }

    /// <summary>True when the first <paramref name="prefix"/> bits agree; addresses of two families never do.</summary>
    public bool IsWithin(SpfAddress network, int prefix)
    {
        var rest = (IsV6 ? 128 : 32) - prefix;
        return IsV6 == network.IsV6 && (rest == 128 || Bits >> rest == network.Bits >> rest);
    }
}

using BounceBoard.Core.Domains.Health;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Domains;

/// <summary>Reads what is judged of a DNSKEY record (RFC 4034 §2).</summary>
internal static class ZoneKeyReader
{
    private const int BitsOfOctet = 8;

    public static ZoneKey Of(DnsKeyRecord record)
    {
        byte[] key = [.. record.PublicKey];
        var algorithm = (int)record.Algorithm;
        return new ZoneKey(TagOf([(byte)(record.Flags >> 8), (byte)record.Flags, (byte)record.Protocol, (byte)algorithm, .. key]), record.Flags, algorithm, BitsOf(algorithm, key));
    }

    // RFC 4034 appendix B: the sum of the record's octets in pairs, the carry added.
    private static int TagOf(byte[] data)
    {
        var sum = 0;
        for (var i = 0; i < data.Length; i++)
        {
            sum += (i & 1) == 0 ? data[i] << 8 : data[i];
        }
        return (sum + (sum >> 16)) & 0xFFFF;
    }

    private static int BitsOf(int algorithm, byte[] key) => algorithm switch
    {
        1 or 5 or 7 or 8 or 10 => ModulusOf(key),
        // Two coordinates of a curve's point (RFC 6605 §4); the Edwards curves write one (RFC 8080 §3).
        13 or 14 => key.Length * BitsOfOctet / 2,
        _ => key.Length * BitsOfOctet,
    };

    // RFC 3110 §2: length of the exponent in one octet, or in two behind a zero; the exponent; the modulus.
    private static int ModulusOf(byte[] key)
    {
        var head = key is [0, var high, var low, ..] ? 3 + ((high << 8) | low) : key is [var length, ..] ? 1 + length : 0;
        return Math.Max(0, key.Length - head) * BitsOfOctet;
    }
}

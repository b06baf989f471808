using System.Text;

namespace BounceBoard.Dns.Asking;

/// <summary>A question as it goes over the wire, for what the library cannot ask (RFC 1035 §4.1).</summary>
internal static class WireQuestion
{
    /// <summary>Octets of the header, which begins every message.</summary>
    public const int HeaderLength = 12;

    /// <summary>QR: the message is a reply.</summary>
    public const ushort IsReply = 0x8000;

    /// <summary>The last four bits of the flags.</summary>
    public const ushort RcodeBits = 0x000F;

    private const ushort InternetClass = 1;

    // Root name, type OPT, 1,232 octets of UDP, DO set, no options (RFC 6891 §6.1.2): a resolver asked for signatures treats all questions alike.
    private static readonly byte[] Extension = [0, 0, 41, 0x04, 0xD0, 0, 0, 0x80, 0, 0, 0];

    /// <param name="name">A name whose labels have 1 to 63 ASCII characters.</param>
    /// <param name="flags">Second word of the header.</param>
    public static byte[] Of(ushort id, ushort flags, string name, ushort type)
    {
        var labels = name.Split('.').Select(Encoding.ASCII.GetBytes).SelectMany(label => label.Prepend((byte)label.Length));
        return [.. Two(id), .. Two(flags), .. Two(1), .. Two(0), .. Two(0), .. Two(1), .. labels, 0, .. Two(type), .. Two(InternetClass), .. Extension];
    }

    public static byte[] Two(ushort value) => [(byte)(value >> 8), (byte)value];
}

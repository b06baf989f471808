using System.Text;

namespace BounceBoard.TestKit.Smtp;

/// <summary>A mail whose final dot arrived.</summary>
/// <param name="From">As it stood between the angle brackets of MAIL FROM.</param>
/// <param name="Raw">As it came over the wire, dots doubled, without the end of data.</param>
public sealed record SinkMail(string From, string To, byte[] Raw)
{
    /// <summary>As the receiver stores it: doubled dots are single again.</summary>
    public byte[] Content => Encoding.Latin1.GetBytes(Unstuffed(Encoding.Latin1.GetString(Raw)));

    private static string Unstuffed(string raw) => (raw.StartsWith('.') ? raw[1..] : raw).Replace("\r\n.", "\r\n", StringComparison.Ordinal);
}

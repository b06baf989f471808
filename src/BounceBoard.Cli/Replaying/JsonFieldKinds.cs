using System.Net;
using System.Xml;

namespace BounceBoard.Cli.Replaying;

/// <summary>Texts of a scenario that stand for something else.</summary>
internal static class JsonFieldKinds
{
    /// <summary>An ISO 8601 duration longer than nothing.</summary>
    public static TimeSpan? Duration(this JsonField field)
    {
        if (field.Text() is not { } text)
        {
            return null;
        }
        try
        {
            if (XmlConvert.ToTimeSpan(text) is var span && span >= TimeSpan.FromSeconds(1))
            {
                return span;
            }
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            // Said below, with the path.
        }
        field.Refuse("must be a duration of at least a second like PT1H");
        return null;
    }

    public static IPAddress? Address(this JsonField field)
    {
        if (field.Text() is not { Length: > 0 } text)
        {
            return null;
        }
        // IPv6 literals come in brackets from some mail servers, with a tag from others (RFC 5321 §4.1.3).
        var plain = text.Trim().Trim('[', ']');
        plain = plain.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? plain[5..] : plain;
        if (IPAddress.TryParse(plain, out var ip))
        {
            return ip;
        }
        field.Refuse("must be an IP address or null");
        return null;
    }
}

using System.Globalization;
using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Routes;

/// <summary>A host and port out of <c>[host]:port</c>, <c>host:port</c>, <c>host</c> or an address.</summary>
/// <param name="Host">Lower case, or an address.</param>
/// <param name="IsBracketed">Written in brackets, which with Postfix means: no MX look-up.</param>
internal sealed record NextHop(string Host, int? Port, bool IsBracketed)
{
    public bool IsAddress => IPAddress.TryParse(Host, out _);

    /// <returns>The next hop, or null with what is wrong as a sentence.</returns>
    public static NextHop? TryRead(string text, out string fault)
    {
        var trimmed = text.Trim();
        var (name, port, isBracketed) = Split(trimmed);
        fault = "";
        if (HostOf(name) is not { } host)
        {
            fault = $"'{name}' is neither a host name nor an address; write [host]:port.";
            return null;
        }
        if (port.Length == 0)
        {
            return new NextHop(host, null, isBracketed);
        }
        if (PortOf(port) is { } number)
        {
            return new NextHop(host, number, isBracketed);
        }
        fault = $"'{port}' is no port; write a number from 1 to 65535.";
        return null;
    }

    private static (string Name, string Port, bool IsBracketed) Split(string text)
    {
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            return end < 0 ? (text, "", true) : (text[1..end], text[(end + 1)..].TrimStart(':'), true);
        }
        // Two colons or more without brackets can only be an IPv6 address.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || colon != text.LastIndexOf(':') ? (text, "", false) : (text[..colon], text[(colon + 1)..], false);
    }

    private static string? HostOf(string name)
    {
        var plain = name.StartsWith("ipv6:", StringComparison.OrdinalIgnoreCase) ? name[5..] : name;
        // "10.1" parses as an address with IPAddress; nobody writes that on purpose.
        var looksLikeAddress = plain.Contains(':', StringComparison.Ordinal) || plain.Count(c => c == '.') == 3;
        if (looksLikeAddress && IPAddress.TryParse(plain, out var address))
        {
            return address.ToString();
        }
        return DomainName.TryParse(plain, out var host) ? host.Value : null;
    }

    private static int? PortOf(string text) => text.ToLowerInvariant() switch
    {
        "smtp" => 25,
        "smtps" or "submissions" => 465,
        "submission" => 587,
        "lmtp" => 24,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 => port,
        _ => null,
    };
}

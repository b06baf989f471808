using System.Globalization;
using System.Net;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>A server that a text names, as <c>mx1.example.net[198.51.100.7]:25</c> or <c>mx1.example.net (198.51.100.7)</c>.</summary>
internal sealed record RemoteHost(string? Name, IPAddress? Ip, int? Port)
{
    private static readonly string[] Before =
    [
        "connect to ", "lost connection with ", "conversation with ", "connected to ", "while talking to ", "not offered by host ", "server ", "host ", "by ",
    ];

    // Only behind words that always name the other side: "(192.0.2.10)" also follows our own name.
    private static readonly string[] BeforeRound = ["host: ", "server at ", "receiving server: ", "remote server ", "remote server: ", "remote system: dns;"];

    /// <summary>The first server with an address that stands after words like "host" or "connect to"; without one, a server that is named alone.</summary>
    public static RemoteHost? FindIn(string text) => FindNamed(text, '[', Before) ?? FindNamed(text, '(', BeforeRound) ?? BareHost.FindIn(text);

    private static RemoteHost? FindNamed(string text, char bracket, string[] words)
    {
        for (var open = text.IndexOf(bracket, StringComparison.Ordinal); open >= 0; open = text.IndexOf(bracket, open + 1))
        {
            var nameEnd = open > 0 && text[open - 1] == ' ' ? open - 1 : open;
            var nameStart = nameEnd == 0 ? 0 : text.LastIndexOfAny([' ', '\n', '\t', '(', '=', '<', ',', ';'], nameEnd - 1) + 1;
            if (nameStart < nameEnd && IsAfterWord(text.AsSpan(0, nameStart), words) && Read(text.AsSpan(nameStart)) is { Ip: not null } host)
            {
                return host;
            }
        }
        return null;
    }

    /// <summary>Reads a name, an address, or both, at the start of the text; null when neither stands there.</summary>
    public static RemoteHost? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("["))
        {
            return Bracketed(text, out var literalPort) is { } literal ? new RemoteHost(null, literal, literalPort) : null;
        }
        var end = text.IndexOfAny(" \t,;[(");
        var name = end < 0 ? text : text[..end];
        var rest = text[name.Length..].TrimStart();
        // Oracle Messaging Server: "mx1.example.net (TCP|our address|our port|its address|its port)".
        if (rest.StartsWith("(TCP|", StringComparison.OrdinalIgnoreCase) && rest[5..].ToString().Split('|', ')') is [_, _, var address, var toPort, ..] && IPAddress.TryParse(address, out var peer))
        {
            return new RemoteHost(HostName(name), peer, int.TryParse(toPort, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null);
        }
        int? port = null;
        var ip = rest.StartsWith("[") || rest.StartsWith("(") ? Bracketed(rest, out port) : null;
        if (ip is null && name.ContainsAny('.', ':') && IPAddress.TryParse(name, out var bare))
        {
            return new RemoteHost(null, bare, null);
        }
        var named = HostName(name);
        return named is null && ip is null ? null : new RemoteHost(named, ip, port);
    }

    /// <summary>Lower case, no root dot; null when it is no host name but an address or a word.</summary>
    public static string? HostName(ReadOnlySpan<char> text)
    {
        var name = text.Trim().Trim("\"'<>").TrimEnd(".:");
        return name.IndexOf('.') > 0 && name.Length <= 253 && !IPAddress.TryParse(name, out _) && !name.ContainsAny("@ /\\|()[]=")
            ? name.ToString().ToLowerInvariant()
            : null;
    }

    private static IPAddress? Bracketed(ReadOnlySpan<char> text, out int? port)
    {
        port = null;
        var close = text.IndexOfAny("]),; ");
        if (close < 2)
        {
            return null;
        }
        var inner = text[1..close];
        inner = inner.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? inner[5..] : inner;
        var after = text[(close + 1)..];
        if (after.StartsWith(":") && after.Length > 1)
        {
            var digits = after[1..];
            var length = digits.IndexOfAnyExceptInRange('0', '9');
            port = int.TryParse(length < 0 ? digits : digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        if (!inner.ContainsAny('.', ':'))
        {
            return null;
        }
        if (IPAddress.TryParse(inner, out var ip))
        {
            return ip;
        }
        // "[198.51.100.7:25]"
        if (IPEndPoint.TryParse(inner, out var both))
        {
            port = both.Port;
            return both.Address;
        }
        return null;
    }

    private static bool IsAfterWord(ReadOnlySpan<char> before, string[] words)
    {
        foreach (var word in words)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                || (before.Length > word.Length && before.TrimEnd().EndsWith(word.AsSpan().TrimEnd(), StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }
        return false;
    }
}

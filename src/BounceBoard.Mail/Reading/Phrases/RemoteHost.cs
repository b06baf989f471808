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

    /// <summary>The first server with an address that stands after words like "host" or "connect to".</summary>
    public static RemoteHost? FindIn(string text)
    {
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var nameEnd = open > 0 && text[open - 1] == ' ' ? open - 1 : open;
            var nameStart = nameEnd == 0 ? 0 : text.LastIndexOfAny([' ', '\n', '\t', '(', '=', '<', ','], nameEnd - 1) + 1;
            if (nameStart < nameEnd && IsAfterWord(text.AsSpan(0, nameStart)) && Read(text.AsSpan(nameStart)) is { Ip: not null } host)
            {
                return host;
            }
        }
        return FindBare(text);
    }

    private static readonly AnyCase Connected = new("connected to "), NotLiked = new("] did not like our"), NoRecipient = new(" does not like recipient");

    // qmail: "198.51.100.7 does not like recipient.", "Connected to 198.51.100.7 but sender was rejected."
    private static RemoteHost? FindBare(string text)
    {
        var at = Connected.IndexIn(text);
        if (at >= 0 && Read(text.AsSpan(at + Connected.Length)) is { Ip: not null } host)
        {
            return host;
        }
        // DragonFly Mail Agent: "mx1.example.net [198.51.100.7] did not like our RCPT TO:".
        at = NotLiked.IndexIn(text);
        var open = at <= 2 ? -1 : text.LastIndexOf('[', at);
        if (open > 1 && Read(text.AsSpan(text.LastIndexOfAny([' ', '\n', '\t'], open - 2) + 1)) is { Ip: not null } named)
        {
            return named;
        }
        at = NoRecipient.IndexIn(text);
        var start = at <= 0 ? -1 : text.LastIndexOfAny([' ', '\n', ':', '\t'], at - 1) + 1;
        return start >= 0 && Read(text.AsSpan(start, at - start)) is { Ip: not null } refuser ? refuser : null;
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
        return inner.ContainsAny('.', ':') && IPAddress.TryParse(inner, out var ip) ? ip : null;
    }

    private static bool IsAfterWord(ReadOnlySpan<char> before)
    {
        foreach (var word in Before)
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

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>A server that a text names by its address alone, or by its name alone, in the phrases that MTAs use for that.</summary>
internal static class BareHost
{
    // Microsoft: "Last endpoint attempted was 198.51.100.7:25"; MDaemon: "Attempting SMTP connection to [198.51.100.7:25]"; MailMarshal: "Remote-MTA: <198.51.100.7>".
    private static readonly AnyCase[] Leading =
    [
        new("connected to "), new("endpoint attempted was "), new("smtp connection to "), new("connect to remote server "), new("remote server "), new("remote-mta: <"), new("target ip address: "), new("connecting to "),
    ];

    // qmail: "198.51.100.7 does not like recipient."; DragonFly: "mx1.example.net [198.51.100.7] did not like our RCPT TO:";
    // Courier: "mx1.example.net [198.51.100.7]: >>> RCPT TO"; SurfControl: "user@example.net: [198.51.100.7], 550 …".
    // NetEase: "Host mx1.example.net(198.51.100.7) said 550 …"; Exim 3: "from mx1.example.net [198.51.100.7] was: 550 …".
    private static readonly AnyCase[] Following =
    [
        new(" did not like our"), new(" does not like recipient"), new(" failed after i sent the message"), new(" failed on data command"), new(" is not responding"), new(": >>> "),
        new(" said 5"), new(" said 4"), new(" was: 5"), new(" was: 4"),
        new(", 550 "), new(", 554 "), new(", 553 "), new(", 551 "), new(", 552 "), new(", 450 "), new(", 451 "), new(", 452 "), new(", 421 "),
        new(": 550 "), new(": 554 "), new(": 553 "), new(": 551 "), new(": 552 "), new(": 450 "), new(": 451 "), new(": 452 "), new(": 421 "),
    ];

    private static readonly AnyCase Host = new("host ");

    private static readonly AnyCase[] Naming =
    [
        new("while talking to "), new("smtp server <"), new("host: "), new("remote server: "), new("transferring to "), new("connection refused by "), new("connection timed out with "), new("connection reset by "), new("remote server "), Host,
    ];

    public static RemoteHost? FindIn(string text) => Queued(text) ?? After(text) ?? Ahead(text) ?? Named(text);

    // Exchange Online: "{LED=451 4.7.0 …};{MSG=};{FQDN=mx1.example.net};{IP=198.51.100.7};{LRT=…}".
    private static RemoteHost? Queued(string text)
    {
        var at = text.IndexOf("{FQDN=", StringComparison.OrdinalIgnoreCase);
        var ip = at < 0 ? -1 : text.IndexOf("{IP=", at, StringComparison.OrdinalIgnoreCase);
        if (ip < 0)
        {
            return null;
        }
        var name = Value(text, at + "{FQDN=".Length);
        return RemoteHost.Read(Value(text, ip + "{IP=".Length)) is { Ip: not null } host ? host with { Name = RemoteHost.HostName(name) } : null;
    }

    private static ReadOnlySpan<char> Value(string text, int start) =>
        text.IndexOf('}', start) is >= 0 and var end ? text.AsSpan(start, end - start) : default;

    private static RemoteHost? After(string text)
    {
        foreach (var words in Leading)
        {
            var at = words.IndexIn(text);
            if (at >= 0 && Address(text.AsSpan(at + words.Length)) is { } host)
            {
                return host;
            }
        }
        return null;
    }

    private static RemoteHost? Ahead(string text)
    {
        foreach (var words in Following)
        {
            var at = words.IndexIn(text);
            if (at <= 0)
            {
                continue;
            }
            var bracketed = text[at - 1] is ']' or ')';
            var open = bracketed ? text.LastIndexOf(text[at - 1] == ']' ? '[' : '(', at - 1) : -1;
            // The name, if any, stands before the bracket: "mx1.example.net [198.51.100.7]".
            var end = bracketed ? open - (open > 0 && text[open - 1] == ' ' ? 1 : 0) : at;
            var start = end <= 0 ? 0 : text.LastIndexOfAny([' ', '\n', '\t', '>'], end - 1) + 1;
            if ((bracketed ? open >= 0 : start < at) && (Address(text.AsSpan(start, at - start)) ?? (open >= 0 ? Address(text.AsSpan(open, at - open)) : null)) is { } host)
            {
                return host;
            }
        }
        return null;
    }

    // "198.51.100.7:25" and "198.51.100.7." end a sentence in some.
    private static RemoteHost? Address(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" ,;)>\n\"'");
        var word = (end < 0 ? text : text[..end]).TrimEnd(".:");
        if (RemoteHost.Read(text) is { Ip: not null } host)
        {
            return host;
        }
        if (RemoteHost.Read(word) is { Ip: not null } bare)
        {
            return bare;
        }
        return word.Count('.') == 3 && System.Net.IPEndPoint.TryParse(word, out var both) ? new RemoteHost(null, both.Address, both.Port) : null;
    }

    // Sendmail: "... while talking to mx1.example.net.:"; the address is nowhere in such a report.
    private static RemoteHost? Named(string text)
    {
        foreach (var words in Naming)
        {
            var at = words.IndexIn(text);
            if (at < 0 || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                continue;
            }
            var rest = text.AsSpan(at + words.Length);
            var end = rest.IndexOfAny(" ,;>()[\n");
            if (RemoteHost.HostName((end < 0 ? rest : rest[..end]).TrimEnd(".:")) is { } name && (words != Host || IsSpeaking(rest[name.Length..])))
            {
                return new RemoteHost(name, null, null);
            }
        }
        return null;
    }

    // "host mx1.example.net says: 550 …", but not "no such host example.net".
    private static bool IsSpeaking(ReadOnlySpan<char> after) =>
        after.StartsWith(" says", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" said", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" refused to talk", StringComparison.OrdinalIgnoreCase);
}

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>A server that a text names by its address alone, or by its name alone, in the phrases that MTAs use for that.</summary>
internal static class BareHost
{
    // Microsoft: "Last endpoint attempted was 198.51.100.7:25"; MDaemon: "Attempting SMTP connection to [198.51.100.7:25]"; MailMarshal: "Remote-MTA: <198.51.100.7>".
    private static readonly AnyOf Leading = new(
        "connected to ", "endpoint attempted was ", "smtp connection to ", "connect to remote server ", "remote server ", "remote-mta: <", "target ip address: ", "connecting to ");

    // qmail: "198.51.100.7 does not like recipient."; DragonFly: "mx1.example.net [198.51.100.7] did not like our RCPT TO:";
    // Courier: "mx1.example.net [198.51.100.7]: >>> RCPT TO"; SurfControl: "user@example.net: [198.51.100.7], 550 …".
    // NetEase: "Host mx1.example.net(198.51.100.7) said 550 …"; Exim 3: "from mx1.example.net [198.51.100.7] was: 550 …".
    private static readonly AnyOf Following = new(
        " did not like our", " does not like recipient", " failed after i sent the message", " failed on data command", " is not responding", ": >>> ",
        " said 5", " said 4", " was: 5", " was: 4",
        ", 550 ", ", 554 ", ", 553 ", ", 551 ", ", 552 ", ", 450 ", ", 451 ", ", 452 ", ", 421 ",
        ": 550 ", ": 554 ", ": 553 ", ": 551 ", ": 552 ", ": 450 ", ": 451 ", ": 452 ", ": 421 ");

    private const string Host = "host ";

    private static readonly AnyOf Naming = new(
        "while talking to ", "smtp server <", "host: ", "remote server: ", "transferring to ", "connection refused by ", "connection timed out with ", "connection reset by ", "remote server ", Host);

    public static RemoteHost? FindIn(string text) => Queued(text) ?? After(text) ?? Ahead(text) ?? Named(text);

    // Exchange Online: "{LED=451 4.7.0 …};{MSG=};{FQDN=mx1.example.net};{IP=198.51.100.7};{LRT=…}".
    private static RemoteHost? Queued(string text)
    {
        var at = text.Contains('{', StringComparison.Ordinal) ? text.IndexOf("{FQDN=", StringComparison.OrdinalIgnoreCase) : -1;
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
        foreach (var words in Leading.In(text))
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
        foreach (var words in Following.In(text))
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
        foreach (var words in Naming.In(text))
        {
            var at = words.IndexIn(text);
            if (at < 0 || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                continue;
            }
            var rest = text.AsSpan(at + words.Length);
            var end = rest.IndexOfAny(" ,;>()[\n");
            if (RemoteHost.HostName((end < 0 ? rest : rest[..end]).TrimEnd(".:")) is { } name && (words.Text != Host || IsSpeaking(rest[name.Length..])))
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

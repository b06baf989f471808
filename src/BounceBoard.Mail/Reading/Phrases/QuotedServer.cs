namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>A server inside a text, with what it said.</summary>
/// <param name="From">Where the words about it begin.</param>
/// <param name="ReplyAt">Where its reply begins; -1 when the text has none.</param>
/// <param name="ReplyEnd">Where the reply ends at the latest.</param>
internal sealed record QuotedServer(RemoteHost Host, int From, int ReplyAt, int ReplyEnd)
{
    private const string Named = "host ", Exchange = "remote server ", NextHop = "from MTA(", Attempted = "[LastAttemptedServerName=";

    // A host name, an address and the words between them.
    private const int Reach = 340;

    /// <summary>Postfix, Exim · Exchange · Amavis · Exchange Online.</summary>
    public static IReadOnlyList<string> Introducers { get; } = [Named, Exchange, NextHop, Attempted];

    private static readonly string[] Said = [" said: ", " refused to talk to me: ", " responded: ", " replied: ", "): ", ".: ", ": "];

    /// <param name="at">Where one of the <see cref="Introducers"/> stands.</param>
    /// <returns>Null when no server and no reply of it stands there.</returns>
    public static QuotedServer? Read(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest.StartsWith(Named, StringComparison.OrdinalIgnoreCase) ? Answering(text, at, at + Named.Length)
            : rest.StartsWith(NextHop, StringComparison.OrdinalIgnoreCase) ? OfAmavis(text, at)
            : rest.StartsWith(Exchange, StringComparison.OrdinalIgnoreCase) ? OfExchange(text, at)
            : OfExchangeOnline(text, at);
    }

    // "host inner.example[203.0.113.9]:25 said: 550 …", Exim "host inner.example [203.0.113.9]: 550 …".
    private static QuotedServer? Answering(string text, int from, int at)
    {
        var end = at + HostLength(text.AsSpan(at, Math.Min(Reach, text.Length - at)));
        if (end == at || RemoteHost.Read(text.AsSpan(at, end - at)) is not { } host)
        {
            return null;
        }
        foreach (var said in Said)
        {
            if (text.AsSpan(end).StartsWith(said, StringComparison.OrdinalIgnoreCase) && IsReply(text.AsSpan(end + said.Length)))
            {
                return new QuotedServer(host, from, end + said.Length, text.Length);
            }
        }
        return null;
    }

    // "… Rejected by next-hop MTA on relaying, from MTA(smtp:[203.0.113.9]:10025): 550 5.1.1 …"; older ones without the protocol.
    private static QuotedServer? OfAmavis(string text, int from)
    {
        var open = text.IndexOf('[', from);
        return open > 0 && open - from < NextHop.Length + 8 ? Answering(text, from, open) : null;
    }

    // "Remote Server at inner.example (203.0.113.9) returned '550 …'"; without "at", the name stands in front: "inner.example Remote Server returned '550 …'".
    private static QuotedServer? OfExchange(string text, int from)
    {
        const string Returned = "returned '";
        var returned = text.IndexOf(Returned, from, StringComparison.OrdinalIgnoreCase);
        if (returned < 0 || returned - from > Reach)
        {
            return null;
        }
        var reply = returned + Returned.Length;
        var end = text.IndexOf('\'', reply);
        var named = text.AsSpan(from + Exchange.Length).StartsWith("at ", StringComparison.OrdinalIgnoreCase);
        var before = text.AsSpan(0, from).TrimEnd();
        var start = named ? from + Exchange.Length + 3 : before.LastIndexOfAny(' ', '\n', '\t') + 1;
        var host = RemoteHost.Read(named ? text.AsSpan(start, returned - start) : before[start..]);
        return host is null || !IsReply(text.AsSpan(reply)) ? null : new QuotedServer(host, named ? from : start, reply, end < 0 ? text.Length : end);
    }

    // "450 4.4.317 Cannot connect to remote server [Message=550 5.7.1 …] [LastAttemptedServerName=inner.example] [LastAttemptedIP=203.0.113.9:25]".
    private static QuotedServer? OfExchangeOnline(string text, int from)
    {
        const string Message = "[Message=";
        var name = RemoteHost.HostName(Logs.Between.Of(text.AsSpan(from), Attempted, "]"));
        var point = Logs.Between.Text(text.AsSpan(from), "[LastAttemptedIP=", "]");
        var host = System.Net.IPEndPoint.TryParse(point ?? "", out var server) ? new RemoteHost(name, server.Address, server.Port is 0 ? null : server.Port) : new RemoteHost(name, null, null);
        var message = text.LastIndexOf(Message, from, StringComparison.OrdinalIgnoreCase);
        var reply = message < 0 ? -1 : message + Message.Length;
        var isReply = reply > 0 && IsReply(text.AsSpan(reply));
        return host is { Name: null, Ip: null } ? null : new QuotedServer(host, isReply ? message : from, isReply ? reply : -1, isReply ? text.IndexOf(']', reply) is >= 0 and var end ? end : text.Length : from);
    }

    // "inner.example[203.0.113.9]:25", "inner.example (203.0.113.9)", "[203.0.113.9]:25".
    private static int HostLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny(" \t,;[(\n");
        length = length < 0 ? text.Length : length;
        var open = length < text.Length && text[length] == ' ' ? length + 1 : length;
        if (open < text.Length && text[open] is '[' or '(' && text[open..].IndexOfAny(']', ')') is > 0 and var close)
        {
            length = open + close + 1;
            if (length + 1 < text.Length && text[length] == ':' && char.IsAsciiDigit(text[length + 1]))
            {
                length++;
                length += text[length..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var digits ? digits : text.Length - length;
            }
            return length;
        }
        return text[..length].TrimEnd(':').Length;
    }

    private static bool IsReply(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" <#");
        return SmtpReply.CodeAt(text) is not null || (text.Length > 4 && text[0] is '4' or '5' && text[1] == '.' && char.IsAsciiDigit(text[2]) && text[3] == '.');
    }
}

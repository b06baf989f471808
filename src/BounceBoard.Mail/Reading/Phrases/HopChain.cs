using System.Buffers;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>Finds the servers that a reply quotes one inside the other: <c>550 5.1.1 … host inner[203.0.113.9] said: 550 5.1.1 …</c>.</summary>
internal static class HopChain
{
    /// <summary>More servers than this pass nothing on in a row; a loop ends in "too many hops" long before.</summary>
    private const int Most = 8;

    private static readonly SearchValues<string> Introducers = SearchValues.Create([.. QuotedServer.Introducers], StringComparison.OrdinalIgnoreCase);

    // The server that is quoted then is the sender's own, asked whether the sender exists: it is not behind the refusing one.
    private static readonly SearchValues<string> AboutSender = SearchValues.Create(
        ["sender address rejected", "sender verif", "callback", "verification failed for"], StringComparison.OrdinalIgnoreCase);

    /// <returns>Outer to inner; empty when the text and the report name one server only.</returns>
    public static IReadOnlyList<RefusalHop> Of(BounceReport report, string? text)
    {
        if (report.Kind is BounceKind.Delivery || text is null || !text.AsSpan().ContainsAny(Introducers))
        {
            return [];
        }
        var chain = In(text, out var from);
        if (chain.Count == 0)
        {
            return [];
        }
        if (!chain.Exists(hop => hop.Is(report.RemoteMta, report.RemoteIp)))
        {
            // Whoever answered us quotes the first one of the text; some services name nobody.
            var words = text[..from];
            var reply = SmtpReply.IndexOfCode(words) is >= 0 and var at ? Own(words[at..]) : null;
            if (reply is not null || report.RemoteMta is not null || report.RemoteIp is not null)
            {
                chain.Insert(0, new RefusalHop(report.RemoteMta, report.RemoteIp, report.RemotePort, reply, FieldSource.Stated));
            }
        }
        return chain.Count < 2 ? [] : [.. chain.Select(hop => hop.Is(report.RemoteMta, report.RemoteIp) ? Completed(hop, report) : hop)];
    }

    /// <param name="from">Where the first server stands.</param>
    private static List<RefusalHop> In(string text, out int from)
    {
        var found = new List<QuotedServer>();
        for (var at = 0; found.Count < Most && text.AsSpan(at).IndexOfAny(Introducers) is >= 0 and var next;)
        {
            at += next;
            if (QuotedServer.Read(text, at) is { } server && !(found.Count > 0 && server.From < found[^1].ReplyAt))
            {
                found.Add(server);
            }
            at++;
        }
        from = found.Count == 0 ? -1 : found[0].From;
        return from < 0 || text.AsSpan(0, found[^1].From).ContainsAny(AboutSender)
            ? []
            : [.. found.Select((server, i) => new RefusalHop(
                server.Host.Name, server.Host.Ip, server.Host.Port,
                server.ReplyAt < 0 ? null : Own(text[server.ReplyAt..(i + 1 < found.Count ? Math.Max(found[i + 1].From, server.ReplyAt) : server.ReplyEnd)]), FieldSource.Stated))];
    }

    // Without the sender's note on the command, and without the punctuation that led to the next server.
    private static string? Own(string words)
    {
        var note = words.IndexOf(" (in reply to ", StringComparison.OrdinalIgnoreCase);
        words = (note < 0 ? words : words[..note]).Trim().TrimEnd(':', ';', ',', '(', '\'', '"', ' ');
        return words.Length == 0 ? null : SmtpReply.Collapsed(words);
    }

    private static RefusalHop Completed(RefusalHop hop, BounceReport report) =>
        hop with { Mta = hop.Mta ?? report.RemoteMta, Ip = hop.Ip ?? report.RemoteIp, Port = hop.Port ?? report.RemotePort };
}

using System.Buffers;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>Finds the servers that a reply quotes one inside the other: <c>550 5.1.1 … host inner[203.0.113.9] said: 550 5.1.1 …</c>.</summary>
internal static class HopChain
{
    /// <summary>More servers than this pass nothing on in a row; a loop ends in "too many hops" long before.</summary>
    private const int Most = 8;

    private const string InReply = " (in reply to ";

    private static readonly SearchValues<string> Introducers = SearchValues.Create([.. QuotedServer.Introducers], StringComparison.OrdinalIgnoreCase);

    // The server that is quoted then is the sender's own, asked whether the sender exists: it is not behind the refusing one.
    private static readonly SearchValues<string> AboutSender = SearchValues.Create(
        ["sender address rejected", "sender verif", "callback", "verification failed for"], StringComparison.OrdinalIgnoreCase);

    /// <param name="text">A reply, or words that quote one.</param>
    /// <returns>Outer to inner; empty when the text and the report name one server only.</returns>
    public static IReadOnlyList<RefusalHop> Of(BounceReport report, string? text)
    {
        if (report.Kind is BounceKind.Delivery || text is null || !text.AsSpan().ContainsAny(Introducers))
        {
            return [];
        }
        var chain = In(text, out var from);
        var isKnown = report.RemoteMta is not null || report.RemoteIp is not null;
        if (chain.Count > 0 && isKnown && chain[0].Mta is not null && chain[0].Mta == report.ReportingMta && !chain.Exists(hop => hop.Is(report.RemoteMta, report.RemoteIp)))
        {
            // The words name the reporting server, the fields the one behind it.
            chain.Add(new RefusalHop(report.RemoteMta, report.RemoteIp, report.RemotePort, report.ReplyText, FieldSource.Stated));
        }
        else if (chain.Count > 0 && !chain.Exists(hop => hop.Is(report.RemoteMta, report.RemoteIp)))
        {
            // Whoever answered us quotes the first one of the text; some services name nobody.
            var words = text[..from];
            var reply = SmtpReply.IndexOfCode(words) is >= 0 and var at ? Own(words[at..]) : null;
            if (isKnown || (reply is not null && report.ReportingMta is null))
            {
                chain.Insert(0, new RefusalHop(report.RemoteMta, report.RemoteIp, report.RemotePort, reply, FieldSource.Stated));
            }
        }
        return chain.Count < 2 ? [] : [.. chain.Select(hop => hop.Is(report.RemoteMta, report.RemoteIp) ? Completed(hop, report) : hop)];
    }

    /// <summary>The only server that a text quotes; null when it quotes none, or several.</summary>
    public static RefusalHop? OnlyIn(string? text) => text is not null && text.AsSpan().ContainsAny(Introducers) && In(text, out _) is [var only] ? only : null;

    /// <param name="from">Where the first server stands.</param>
    private static List<RefusalHop> In(string text, out int from)
    {
        var found = new List<QuotedServer>();
        for (var at = 0; found.Count < Most && text.AsSpan(at).IndexOfAny(Introducers) is >= 0 and var next; at++)
        {
            at += next;
            if (QuotedServer.Read(text, at) is not { } server || (found.Count > 0 && server.From < found[^1].ReplyAt))
            {
                continue;
            }
            // Behind the note on the command the next attempt is told of, not what stands inside the reply; the same server again is that as well.
            if (found.Count > 0 && (IsOver(text.AsSpan(found[^1].ReplyAt..server.From)) || server.From > found[^1].ReplyEnd || server.Host == found[^1].Host))
            {
                break;
            }
            found.Add(server);
        }
        from = found.Count == 0 ? -1 : found[0].From;
        return from < 0 || text.AsSpan(0, found[^1].From).ContainsAny(AboutSender)
            ? []
            : [.. found.Select((server, i) => new RefusalHop(
                server.Host.Name, server.Host.Ip, server.Host.Port,
                server.ReplyAt < 0 ? null : Own(text[server.ReplyAt..(i + 1 < found.Count ? Math.Max(found[i + 1].From, server.ReplyAt) : server.ReplyEnd)]), FieldSource.Stated))];
    }

    private static bool IsOver(ReadOnlySpan<char> between) => between.Contains(InReply, StringComparison.OrdinalIgnoreCase);

    // Without the sender's note on the command, and without the punctuation that led to the next server.
    private static string? Own(string words)
    {
        var note = words.IndexOf(InReply, StringComparison.OrdinalIgnoreCase);
        words = (note < 0 ? words : words[..note]).Trim().TrimEnd(':', ';', ',', '(', '\'', '"', ' ');
        return words.Length == 0 ? null : SmtpReply.Collapsed(words);
    }

    private static RefusalHop Completed(RefusalHop hop, BounceReport report) =>
        hop with { Mta = hop.Mta ?? report.RemoteMta, Ip = hop.Ip ?? report.RemoteIp, Port = hop.Port ?? report.RemotePort };
}

using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>One delivery attempt: <c>to=&lt;…&gt;, orig_to=&lt;…&gt;, relay=host[ip]:port, delay=…, dsn=…, status=bounced (text)</c>.</summary>
internal static class PostfixAttempt
{
    public static BounceReport? Read(in PostfixLine line, QueuedMessage? message, DateTimeOffset receivedAt)
    {
        var rest = line.Rest;
        var statusAt = rest.IndexOf(" status=");
        var kind = statusAt < 0 ? null : KindOf(rest[(statusAt + 8)..]);
        if (kind is null)
        {
            return null;
        }
        var fields = rest[..statusAt];
        var recipient = Between(fields, "to=<", ">, ").ToString();
        var original = Between(fields, ", orig_to=<", ">, ");
        var dsn = Between(fields, ", dsn=", ",").ToString();
        var open = rest[statusAt..].IndexOf(" (");
        var text = open < 0 ? [] : Inner(rest[(statusAt + open + 1)..]);
        var (at, source) = LogTime.Read(line.Time, receivedAt);
        var report = new BounceReport
        {
            Kind = kind.Value,
            Format = "postfix-log",
            Recipient = recipient,
            OriginalRecipient = original.IsEmpty || original.SequenceEqual(recipient) ? null : original.ToString(),
            RecipientDomain = RecipientDomains.Of(recipient),
            Status = dsn.Length > 0 ? dsn : null,
            ReportingMta = HostOf(line),
            Sender = message?.Sender,
            MessageId = message?.MessageId,
            QueueId = line.QueueId.ToString(),
            OccurredAt = at,
            OccurredAtSource = source,
        };
        return PostfixOutcome.Complete(report, RemoteHost.Read(Relay(fields)), text.ToString());
    }

    /// <summary>The host that wrote the line; a bare name is all that some have.</summary>
    public static string? HostOf(in PostfixLine line) => line.Host.IsEmpty ? null : line.Host.ToString().ToLowerInvariant();

    private static BounceKind? KindOf(ReadOnlySpan<char> status) =>
        status.StartsWith("sent") ? BounceKind.Delivery
        : status.StartsWith("bounced") || status.StartsWith("expired") ? BounceKind.Bounce
        : status.StartsWith("deferred") || status.StartsWith("SOFTBOUNCE") ? BounceKind.Delay
        : null;

    private static ReadOnlySpan<char> Relay(ReadOnlySpan<char> fields) => Between(fields, ", relay=", ", ");

    private static ReadOnlySpan<char> Between(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var at = text.IndexOf(before);
        if (at < 0)
        {
            return [];
        }
        text = text[(at + before.Length)..];
        var end = text.IndexOf(after);
        return end < 0 ? text.TrimEnd(",>") : text[..end];
    }

    // The text ends with the line's last bracket; a line that was cut has none.
    private static ReadOnlySpan<char> Inner(ReadOnlySpan<char> bracketed)
    {
        bracketed = bracketed.TrimEnd();
        return bracketed.EndsWith(")") ? bracketed[1..^1] : bracketed[1..];
    }
}

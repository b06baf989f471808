using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>What one line adds: a delivery attempt, or something about the message that later lines need.</summary>
internal static class PostfixEntry
{
    public static void Take(in PostfixLine line, ReadingInput input, List<BounceReport> reports)
    {
        if (line.QueueId.IsEmpty)
        {
            if (!line.Rest.IsEmpty && line.Rest[0] is 'N' or 'w')
            {
                PostfixReject.Take(line, null, input, reports);
            }
            return;
        }
        Span<char> buffer = stackalloc char[128];
        var key = Key(line, buffer);
        var rest = line.Rest;
        if (rest.StartsWith("to=<"))
        {
            TakeAttempt(line, key, input, reports);
        }
        else if (rest.StartsWith("message-id=") || rest.StartsWith("resent-message-id="))
        {
            var id = rest[(rest.IndexOf('=') + 1)..].Trim().Trim("<>");
            input.Session.FindOrAdd(key).MessageId = id.IsEmpty ? null : id.ToString();
        }
        else if (rest.StartsWith("from=<"))
        {
            TakeSender(line, key, input, reports);
        }
        else if (rest.SequenceEqual("removed"))
        {
            input.Session.Remove(key);
        }
        else if (rest.StartsWith("reject: ") || rest.StartsWith("milter-") || rest.StartsWith("discard: "))
        {
            PostfixReject.Take(line, input.Session.Find(key), input, reports);
        }
    }

    private static void TakeAttempt(in PostfixLine line, ReadOnlySpan<char> key, ReadingInput input, List<BounceReport> reports)
    {
        var message = input.Session.Find(key);
        if (PostfixAttempt.Read(line, message, input.ReceivedAt) is not { } report)
        {
            return;
        }
        reports.Add(report);
        if (report.Kind is BounceKind.Delay)
        {
            (message ?? input.Session.FindOrAdd(key)).Waits(report);
        }
        else
        {
            message?.NoLongerWaits(report.Recipient);
        }
    }

    private static void TakeSender(in PostfixLine line, ReadOnlySpan<char> key, ReadingInput input, List<BounceReport> reports)
    {
        var rest = line.Rest["from=<".Length..];
        var end = rest.IndexOf('>');
        if (end < 0)
        {
            return;
        }
        var message = input.Session.FindOrAdd(key);
        if (message.Sender is null || !rest[..end].SequenceEqual(message.Sender))
        {
            message.Sender = rest[..end].ToString();
        }
        // "status=expired, returned to sender", "status=force-expired, …": the queue manager names no recipient.
        if (rest[end..].Contains("expired, returned", StringComparison.Ordinal))
        {
            PostfixExpiry.Take(line, message, input.ReceivedAt, reports);
        }
    }

    private static ReadOnlySpan<char> Key(in PostfixLine line, Span<char> buffer)
    {
        var instance = line.Instance[..Math.Min(line.Instance.Length, 40)];
        var host = line.Host[..Math.Min(line.Host.Length, 40)];
        host.CopyTo(buffer);
        instance.CopyTo(buffer[host.Length..]);
        line.QueueId.CopyTo(buffer[(host.Length + instance.Length)..]);
        return buffer[..(host.Length + instance.Length + line.QueueId.Length)];
    }
}

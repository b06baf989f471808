using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>A message that waited too long: each recipient that still waited is a failure, with what its last delay told.</summary>
internal static class PostfixExpiry
{
    public static void Take(in PostfixLine line, QueuedMessage message, DateTimeOffset receivedAt, List<BounceReport> reports)
    {
        var (at, source) = LogTime.Read(line.Time, receivedAt);
        foreach (var delay in message.Waiting)
        {
            reports.Add(delay with
            {
                Kind = BounceKind.Bounce,
                Action = "failed",
                Permanent = true,
                OccurredAt = at,
                OccurredAtSource = source,
                Category = Category(delay.Category),
                MessageId = delay.MessageId ?? message.MessageId,
                Sender = message.Sender,
            });
        }
        if (message.Waiting.Count == 0)
        {
            reports.Add(Unnamed(line, message, at, source));
        }
    }

    // A refusal that was repeated until the end stays what it was (a deferral for relaying is the same incident as a 5xx one).
    private static BounceCategory Category(BounceCategory last) =>
        last is BounceCategory.Undetermined or BounceCategory.NetworkError ? BounceCategory.Expired : last;

    private static BounceReport Unnamed(in PostfixLine line, QueuedMessage message, DateTimeOffset? at, FieldSource source) => new()
    {
        Kind = BounceKind.Bounce,
        Format = "postfix-log",
        Action = "failed",
        Status = "4.4.7",
        ReplyText = "status=expired, returned to sender",
        ReportingMta = PostfixAttempt.HostOf(line),
        Sender = message.Sender,
        MessageId = message.MessageId,
        QueueId = line.QueueId.ToString(),
        OccurredAt = at,
        OccurredAtSource = source,
        Category = BounceCategory.Expired,
        Permanent = true,
        Derived = ReportFields.Action | ReportFields.Status,
    };
}

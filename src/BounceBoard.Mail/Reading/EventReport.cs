using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading;

/// <summary>Completes what one event of a log or a service states with what follows from it.</summary>
internal static class EventReport
{
    /// <param name="reply">The reply as the source passes it on; null when it gives none.</param>
    /// <param name="stated">The source's own category, where its event has only one meaning; it stands over the words.</param>
    public static BounceReport Complete(BounceReport report, string? reply, BounceCategory? stated = null) =>
        Complete(
            report,
            reply is null ? null : ReplyReading.Of(reply),
            report.Status is { } given ? EnhancedStatusCode.Find(given) : null,
            RecipientDomains.Of(report.Recipient),
            stated);

    /// <param name="reply">Empty when there is none.</param>
    /// <param name="memory">What the same log told before.</param>
    public static BounceReport Complete(BounceReport report, ReadOnlySpan<char> reply, LogMemory memory, BounceCategory? stated = null) =>
        Complete(
            report,
            reply.IsEmpty ? null : memory.Replies.Of(reply),
            report.Status is { } given ? memory.Statuses.Of(given) : null,
            RecipientDomains.Of(report.Recipient, memory),
            stated);

    /// <summary>Message-ID without angle brackets.</summary>
    public static string? Id(ReadOnlySpan<char> text) => text.Trim().Trim("<>") is { IsEmpty: false } id ? id.ToString() : null;

    public static IPAddress? Ip(string? text) => text is not null && IPAddress.TryParse(text.Trim('[', ']'), out var ip) ? ip : null;

    private static BounceReport Complete(BounceReport report, ReplyReading? reply, string? given, string? domain, BounceCategory? stated)
    {
        var (text, code, status, stage) = (reply?.Text, report.ReplyCode ?? reply?.Code, given ?? reply?.Status, report.Stage ?? reply?.Stage);
        return report with
        {
            RecipientDomain = domain,
            ReplyText = text,
            ReplyCode = code,
            Status = status,
            Stage = stage,
            Action = report.Action ?? Action(report.Kind),
            Derived = report.Action is null ? report.Derived | ReportFields.Action : report.Derived,
            Hops = HopChain.Of(report, reply?.Given),
            RemoteIpSource = report.RemoteIp is null ? FieldSource.Unknown : FieldSource.Stated,
            OccurredAtSource = report.OccurredAt is null ? FieldSource.Unknown : report.OccurredAtSource is FieldSource.Derived ? FieldSource.Derived : FieldSource.Stated,
            Category = Category(report.Kind) ?? stated ?? ReplyClassifier.Classify(code, status, text, stage, report.RemoteMta ?? domain),
            Permanent = report.Kind switch { BounceKind.Bounce => report.Permanent ?? true, BounceKind.Delay => false, _ => null },
        };
    }

    private static BounceCategory? Category(BounceKind kind) => kind switch
    {
        BounceKind.Delivery => BounceCategory.Delivered,
        BounceKind.FeedbackReport => BounceCategory.Feedback,
        _ => null,
    };

    private static string? Action(BounceKind kind) => kind switch
    {
        BounceKind.Bounce => "failed",
        BounceKind.Delay => "delayed",
        BounceKind.Delivery => "delivered",
        _ => null,
    };
}

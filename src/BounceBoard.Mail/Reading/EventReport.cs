using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading;

/// <summary>Completes what one event of a log or a service states with what follows from it.</summary>
internal static class EventReport
{
    /// <param name="reply">The reply as the source passes it on; null when it gives none.</param>
    /// <param name="stated">The source's own category, where its event has only one meaning; it stands over the words.</param>
    public static BounceReport Complete(BounceReport report, string? reply, BounceCategory? stated = null)
    {
        var text = reply is null ? null : SmtpReply.Unwrapped(SmtpReply.Collapsed(WithoutType(reply)));
        var code = report.ReplyCode ?? (text is null ? null : SmtpReply.CodeOf(text));
        var status = report.Status is { } given && EnhancedStatusCode.Find(given) is { } found ? found : text is null ? null : EnhancedStatusCode.Find(text);
        var stage = report.Stage ?? (reply is null ? null : StageWords.Find(reply));
        var domain = RecipientDomains.Of(report.Recipient);
        return report with
        {
            RecipientDomain = domain,
            ReplyText = text,
            ReplyCode = code,
            Status = status,
            Stage = stage,
            Action = report.Action ?? Action(report.Kind),
            Derived = report.Action is null ? report.Derived | ReportFields.Action : report.Derived,
            Hops = HopChain.Of(report, reply),
            RemoteIpSource = report.RemoteIp is null ? FieldSource.Unknown : FieldSource.Stated,
            OccurredAtSource = report.OccurredAt is null ? FieldSource.Unknown : report.OccurredAtSource is FieldSource.Derived ? FieldSource.Derived : FieldSource.Stated,
            Category = Category(report.Kind) ?? stated ?? ReplyClassifier.Classify(code, status, text, stage, report.RemoteMta ?? domain),
            Permanent = report.Kind switch { BounceKind.Bounce => report.Permanent ?? true, BounceKind.Delay => false, _ => null },
        };
    }

    public static IPAddress? Ip(string? text) => text is not null && IPAddress.TryParse(text.Trim('[', ']'), out var ip) ? ip : null;

    /// <summary>Message-ID without angle brackets.</summary>
    public static string? Id(string? text) => text?.Trim().Trim('<', '>') is { Length: > 0 } id ? id : null;

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

    // "smtp; 550 5.1.1 …" (RFC 3464 §2.3.6).
    private static string WithoutType(string reply)
    {
        var semicolon = reply.IndexOf(';', StringComparison.Ordinal);
        return semicolon is > 0 and < 12 && reply.AsSpan(0, semicolon).Trim().Equals("smtp", StringComparison.OrdinalIgnoreCase) ? reply[(semicolon + 1)..] : reply;
    }
}

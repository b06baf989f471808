using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Transcript;

/// <summary>Makes the report of one reply.</summary>
internal static class SessionReport
{
    public static BounceReport Of(string? recipient, string? sender, SmtpStage stage, int code, string reply)
    {
        var accepted = code < 400;
        var status = EnhancedStatusCode.Find(reply);
        return new BounceReport
        {
            Kind = accepted ? BounceKind.Delivery : code < 500 ? BounceKind.Delay : BounceKind.Bounce,
            Format = "transcript",
            Recipient = recipient,
            RecipientDomain = RecipientDomains.Of(recipient),
            Action = accepted ? "delivered" : code < 500 ? "delayed" : "failed",
            Status = status,
            ReplyCode = code,
            ReplyText = reply,
            Stage = stage,
            Sender = sender,
            Category = accepted ? BounceCategory.Delivered : ReplyClassifier.Classify(code, status, reply, stage, RecipientDomains.Of(recipient)),
            Derived = ReportFields.Action,
            Permanent = accepted ? null : code >= 500,
        };
    }
}

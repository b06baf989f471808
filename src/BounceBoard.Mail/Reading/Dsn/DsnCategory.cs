using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>The category of a reported refusal; with no reply at hand, the status field and what the reporting MTA itself says.</summary>
internal static class DsnCategory
{
    public static BounceCategory Of(DsnAnswer answer, StatusGroup group)
    {
        if (answer.Text is null && ReplyClassifier.Classify(null, answer.Status, null, answer.Stage) is not BounceCategory.Undetermined and var byStatus
            && !EnhancedStatusCode.IsVague(answer.Status))
        {
            return byStatus;
        }
        var category = ReplyClassifier.Classify(answer.Code, answer.Status, answer.Words, answer.Stage);
        return category is BounceCategory.Filtered or BounceCategory.Undetermined ? Stated(group["X-PowerMTA-BounceCategory"]) ?? category : category;
    }

    // PowerMTA's user guide, bounce categories: its own reading of the reply, better than none.
    private static BounceCategory? Stated(string? category) => category?.ToLowerInvariant() switch
    {
        "bad-mailbox" => BounceCategory.BadMailbox,
        "inactive-mailbox" => BounceCategory.InactiveMailbox,
        "quota-issues" => BounceCategory.MailboxFull,
        "bad-domain" => BounceCategory.BadDomain,
        "relaying-issues" => BounceCategory.RelayDenied,
        "message-expired" => BounceCategory.Expired,
        "policy-related" => BounceCategory.PolicyViolation,
        "spam-related" => BounceCategory.SpamDetected,
        "virus-related" => BounceCategory.VirusDetected,
        "routing-errors" => BounceCategory.BadDomain,
        "bad-connection" or "no-answer-from-host" => BounceCategory.NetworkError,
        _ => null,
    };
}

using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.PowerMtaCsv;

/// <summary>PowerMTA's bounce categories (its user guide): its own reading of the reply, better than none.</summary>
internal static class PowerMtaCategories
{
    public static BounceCategory? Of(string? category) => category?.ToLowerInvariant() switch
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

using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Suppressions;

/// <summary>What follows from the reason of an entry.</summary>
public static class SuppressionReasons
{
    /// <summary>Days after which somebody should look whether the entry is still right.</summary>
    public const int ReviewDays = 90;

    private const string AfterRetry = "refused-again-in-controlled-retry";

    /// <summary>Whether this house may release it. The word of the recipient is not ours to take back: only they can, where they gave it.</summary>
    public static bool MayBeReleased(SuppressionReason reason) => !IsRecipientsWord(reason);

    /// <summary>A complaint or unsubscription takes the place of any weaker reason, whatever state that was in.</summary>
    public static bool IsRecipientsWord(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Complaint or SuppressionReason.Unsubscribe => true,
        SuppressionReason.BadAddress or SuppressionReason.RefusedAfterRetry or SuppressionReason.Manual or SuppressionReason.Imported => false,
    };

    /// <summary>Mailboxes come back and lists age; the word of a recipient does not.</summary>
    /// <returns>Null when the entry is never due.</returns>
    public static DateTimeOffset? ReviewAt(SuppressionReason reason, DateTimeOffset since) =>
        IsRecipientsWord(reason) ? null : since.AddDays(ReviewDays);

    /// <summary>The reason that a finding stands for.</summary>
    public static SuppressionReason Of(Finding finding) =>
        finding.Reasons.Any(reason => reason is { For: true, Rule: AfterRetry }) ? SuppressionReason.RefusedAfterRetry : SuppressionReason.BadAddress;

    /// <summary>What a feedback report asks for.</summary>
    /// <param name="type">Feedback-Type of the report (RFC 5965 §3.1 and §7.3), or a provider's own word; null when it names none.</param>
    /// <returns>Null for reports that are no complaint.</returns>
    public static SuppressionReason? OfFeedback(string? type) => type?.Trim().ToLowerInvariant() switch
    {
        // not-spam takes a complaint back; auth-failure (RFC 6591) is about our DNS; a virus is about a message.
        "not-spam" or "auth-failure" or "virus" => null,
        "opt-out" or "opt-out-list" => SuppressionReason.Unsubscribe,
        _ => SuppressionReason.Complaint,
    };
}

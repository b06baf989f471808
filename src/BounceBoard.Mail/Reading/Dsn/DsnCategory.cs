using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.PowerMtaCsv;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>The category of a reported refusal; with no reply at hand, the status field and what the reporting MTA itself says.</summary>
internal static class DsnCategory
{
    /// <param name="host">Name of the refusing server, or else the recipient's domain.</param>
    /// <param name="isDelay">The sender goes on trying.</param>
    public static BounceCategory Of(DsnAnswer answer, StatusGroup group, string? host, bool isDelay)
    {
        if (answer.Text is null && ReplyClassifier.Classify(null, answer.Status, null, answer.Stage) is not BounceCategory.Undetermined and var byStatus
            && !EnhancedStatusCode.IsVague(answer.Status))
        {
            // "Other or undefined network status" in a notice that goes on trying: nothing more is known than that time passes.
            return isDelay && byStatus is BounceCategory.NetworkError ? BounceCategory.Expired : byStatus;
        }
        var category = ReplyClassifier.Classify(answer.Code, answer.Status, answer.Words, answer.Stage, host);
        if (IsLocal(group) && category is BounceCategory.SystemError or BounceCategory.Expired or BounceCategory.OnHold or BounceCategory.Undetermined or BounceCategory.NetworkError)
        {
            return BounceCategory.MailerError;
        }
        // Words for people that no row knows are mostly greetings.
        category = category is BounceCategory.OnHold && answer.Text is null ? BounceCategory.Undetermined : category;
        return category is BounceCategory.Filtered or BounceCategory.Undetermined or BounceCategory.OnHold ? PowerMtaCategories.Of(group["X-PowerMTA-BounceCategory"]) ?? category : category;
    }

    // "X-Unix; 71": the exit code of a program on the reporting host (sysexits.h), no answer of a server.
    private static bool IsLocal(StatusGroup group) => group["Diagnostic-Code"]?.StartsWith("x-unix", StringComparison.OrdinalIgnoreCase) == true;
}

using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Bounces;

namespace BounceBoard.Operations.Suppressions;

/// <summary>
/// Suppresses whoever complained, when the source vouches for the report: a forged one would silence a victim. It does not ask, whatever the tenant
/// chose for the rules: it is the recipient's own word.
/// </summary>
internal sealed class ComplaintFiling(SuppressionAddition addition)
{
    private const string Feedback = "feedback report";

    public Task FileAsync(
        FilingContext context, IReadOnlyList<EvidenceReports> evidence, DbTransaction transaction, CancellationToken cancellationToken) =>
        addition.AddAsync(
            context.Tenant, [.. evidence.Where(one => one.Verified).SelectMany(Complaints)], SuppressionEvent.Hold, context.Now, transaction, cancellationToken);

    private static IEnumerable<NewSuppression> Complaints(EvidenceReports evidence) =>
        from report in evidence.Complaints
        let recipient = RefusalReports.RecipientOf(report)
        let reason = SuppressionReasons.OfFeedback(report.ReplyText)
        where recipient is not null && reason is not null
        group (recipient, Reason: reason.Value, report) by (report.Format, Message: report.MessageId ?? SoleMessage(report, recipient.Key)) into message
        // Amazon names everybody who may have complained, a forwarded copy all who got it: one of several is nobody.
        where message.Select(one => one.recipient.Key).Distinct(StringComparer.Ordinal).Count() == 1
        let first = message.First()
        select new NewSuppression(
            first.recipient.Key, first.recipient.Value, first.recipient.Domain.Value, first.Reason, SuppressionSource.Feedback, Feedback)
        {
            Note = first.report.Format ?? "",
            EvidenceAt = first.report.OccurredAt ?? evidence.ReceivedAt,
        };

    // A mail is one report; in a posted body each event stands for itself.
    private static string SoleMessage(BounceReport report, string key) => report.Format == "feedback-report" ? "" : key;
}

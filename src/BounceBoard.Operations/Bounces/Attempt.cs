using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>A report of a delivery attempt, its recipient read once.</summary>
/// <param name="Recipient">Null when the report names no address.</param>
internal sealed record Attempt(BounceReport Report, EmailAddress? Recipient)
{
    public bool IsRefusal => Report.Kind != BounceKind.Delivery;

    /// <summary>The attempts among the reports, in their order.</summary>
    public static IReadOnlyList<Attempt> Among(IEnumerable<BounceReport> reports) =>
        [.. reports.Where(IsAttempt).Select(report => new Attempt(report, RefusalReports.RecipientOf(report)))];

    private static bool IsAttempt(BounceReport report) => report.Kind is BounceKind.Bounce or BounceKind.Delay or BounceKind.Delivery;
}

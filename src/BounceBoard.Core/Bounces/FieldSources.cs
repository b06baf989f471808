namespace BounceBoard.Core.Bounces;

/// <summary>Says of every field of a report where its value comes from: what is null is unknown, what is named here is derived, all else is stated.</summary>
public static class FieldSources
{
    /// <returns>Names of the derived fields as the report writes them, in the report's order.</returns>
    public static IReadOnlyList<string> Derived(BounceReport report) =>
    [
        .. Names(
            (nameof(BounceReport.Recipient), Has(report, ReportFields.Recipient, report.Recipient)),
            // Always ours: A-labels of the address, our category of the reply, and what an action or event means for the address.
            (nameof(BounceReport.RecipientDomain), report.RecipientDomain is not null),
            (nameof(BounceReport.Action), Has(report, ReportFields.Action, report.Action)),
            (nameof(BounceReport.Status), Has(report, ReportFields.Status, report.Status)),
            (nameof(BounceReport.RemoteIp), report is { RemoteIp: not null, RemoteIpSource: FieldSource.Derived }),
            (nameof(BounceReport.Pool), Has(report, ReportFields.Pool, report.Pool)),
            (nameof(BounceReport.Sender), Has(report, ReportFields.Sender, report.Sender)),
            (nameof(BounceReport.OccurredAt), report is { OccurredAt: not null, OccurredAtSource: FieldSource.Derived }),
            (nameof(BounceReport.Category), true),
            (nameof(BounceReport.Permanent), report.Permanent is not null)),
    ];

    /// <param name="isKnown">Whether the field has a value.</param>
    public static FieldSource Of(ReportFields derived, ReportFields field, bool isKnown) =>
        !isKnown ? FieldSource.Unknown : derived.HasFlag(field) ? FieldSource.Derived : FieldSource.Stated;

    private static bool Has(BounceReport report, ReportFields field, string? value) => Of(report.Derived, field, value is not null) is FieldSource.Derived;

    private static IEnumerable<string> Names(params (string Name, bool IsDerived)[] fields) =>
        fields.Where(field => field.IsDerived).Select(field => char.ToLowerInvariant(field.Name[0]) + field.Name[1..]);
}

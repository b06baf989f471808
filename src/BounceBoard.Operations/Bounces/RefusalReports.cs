using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>A refusal as a row and as the report it was made from: folding works on reports, tables hold rows.</summary>
internal static class RefusalReports
{
    // A source's clock may be wrong: 1970 and 2038 are seen in real reports. No one keeps logs from before this.
    private static readonly DateTimeOffset Earliest = new(1995, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>The report with a time that can be true, or none.</summary>
    public static BounceReport WithCredibleTime(BounceReport report, DateTimeOffset receivedAt) =>
        report.OccurredAt is { } at && (at < Earliest || at > receivedAt + Ahead)
            ? report with { OccurredAt = null, OccurredAtSource = FieldSource.Unknown }
            : report;

    /// <summary>The row of a report; the incident is filled in when it is known.</summary>
    /// <returns>Null when the report names no recipient that is an address.</returns>
    public static RefusalRow? ToRow(BounceReport report, RefusalOrigin origin) =>
        RecipientOf(report) is { } recipient
            ? ToRow(report, recipient, origin) with { RuleId = report.Ruled?.RuleId, ToldCategory = report.Ruled?.Told }
            : null;

    private static RefusalRow ToRow(BounceReport report, EmailAddress recipient, RefusalOrigin origin) => new()
    {
        Id = origin.Id,
        FoldKey = origin.FoldKey,
        IncidentId = origin.IncidentId,
        Recipient = recipient.Value,
        RecipientKey = recipient.Key,
        RecipientDomain = recipient.Domain.Value,
        OriginalRecipient = report.OriginalRecipient,
        UpperCase = recipient.LocalPart.Any(char.IsUpper),
        Action = report.Action ?? (report.Kind == BounceKind.Delay ? "delayed" : "failed"),
        Status = report.Status,
        ReplyCode = report.ReplyCode,
        ReplyText = report.ReplyText,
        Stage = report.Stage,
        RemoteMta = report.RemoteMta,
        RemoteIp = report.RemoteIp,
        RemoteIpSource = report.RemoteIpSource,
        RemotePort = report.RemotePort,
        Hops = HopsJson.Write(report.Hops),
        Side = report.Side,
        ReportingMta = report.ReportingMta,
        SendingIp = report.SendingIp,
        Pool = report.Pool,
        Sender = report.Sender,
        MessageId = report.MessageId,
        QueueId = report.QueueId,
        DkimDomain = report.DkimDomain,
        DkimSelector = report.DkimSelector,
        Format = report.Format ?? "unknown",
        Category = report.Category,
        Family = RefusalFamilies.Of(report.Category),
        Permanent = report.Permanent ?? (report.Kind == BounceKind.Delay ? false : null),
        Derived = DerivedOf(report, recipient),
        Verified = origin.Verified,
        AttemptId = origin.AttemptId,
        OccurredAt = Stored(report.OccurredAt ?? origin.IngestedAt),
        OccurredSource = report.OccurredAt is null ? FieldSource.Unknown : report.OccurredAtSource,
        IngestedAt = Stored(origin.IngestedAt),
    };

    // A row always has an action; one that nobody stated was worked out from the kind.
    private static ReportFields DerivedOf(BounceReport report, EmailAddress recipient) =>
        report.Derived
        | (report.Action is null ? ReportFields.Action : ReportFields.None)
        | (report.Recipient is null && recipient.Value.Length > 0 ? ReportFields.Recipient : ReportFields.None);

    // The tables keep milliseconds: a row is the same before it was written and after it was read.
    private static DateTimeOffset Stored(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    /// <summary>Whom the report is about; null when it names no address.</summary>
    public static EmailAddress? RecipientOf(BounceReport report) =>
        EmailAddress.TryParse(report.Recipient, out var recipient) || EmailAddress.TryParse(report.OriginalRecipient, out recipient)
            ? recipient
            : null;

    public static BounceReport OfRow(RefusalRow row) => new()
    {
        Kind = row.Action == "delayed" || row.Permanent == false ? BounceKind.Delay : BounceKind.Bounce,
        Format = row.Format,
        Recipient = row.Recipient,
        OriginalRecipient = row.OriginalRecipient,
        RecipientDomain = row.RecipientDomain,
        Action = row.Action,
        Status = row.Status,
        ReplyCode = row.ReplyCode,
        ReplyText = row.ReplyText,
        Stage = row.Stage,
        RemoteMta = row.RemoteMta,
        RemoteIp = row.RemoteIp,
        RemoteIpSource = row.RemoteIpSource,
        RemotePort = row.RemotePort,
        Hops = HopsJson.Read(row.Hops),
        Side = row.Side,
        ReportingMta = row.ReportingMta,
        SendingIp = row.SendingIp,
        Pool = row.Pool,
        Sender = row.Sender,
        MessageId = row.MessageId,
        QueueId = row.QueueId,
        DkimDomain = row.DkimDomain,
        DkimSelector = row.DkimSelector,
        OccurredAt = row.OccurredSource == FieldSource.Unknown ? null : row.OccurredAt,
        OccurredAtSource = row.OccurredSource,
        Category = row.Category,
        Ruled = row is { RuleId: { } rule, ToldCategory: { } told } ? new RuledCategory(rule, told) : null,
        Permanent = row.Permanent,
        Derived = row.Derived,
    };
}

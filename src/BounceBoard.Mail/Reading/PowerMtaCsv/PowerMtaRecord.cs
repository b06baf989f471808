using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.PowerMtaCsv;

/// <summary>One record: <c>d</c> delivered, <c>b</c> bounced, <c>t</c> and <c>tq</c> transient, <c>rb</c> bounced by a report that came back, <c>f</c> complaint.</summary>
internal static class PowerMtaRecord
{
    /// <returns>Null for records that tell of no delivery (<c>r</c> received, <c>rs</c>).</returns>
    public static BounceReport? Read(CsvRow row)
    {
        var type = row.Span(PowerMtaColumns.Type);
        if (Kind(type) is not { } kind)
        {
            return null;
        }
        var memory = row.Memory;
        var (at, source) = Time(row.Span(PowerMtaColumns.TimeLogged));
        var mta = row.Span(PowerMtaColumns.Mta) is { IsEmpty: false } text ? memory.Servers.Of(text) : null;
        var recipient = row[PowerMtaColumns.Recipient];
        var original = row.Span(PowerMtaColumns.OriginalRecipient);
        var report = new BounceReport
        {
            Kind = kind,
            Format = "powermta-csv",
            Recipient = recipient,
            OriginalRecipient = original.IsEmpty || original.SequenceEqual(recipient) ? null : original.ToString(),
            Status = row.Repeated(PowerMtaColumns.Status),
            RemoteMta = mta?.Name,
            // A report that came back is of a server we did not speak with.
            RemoteIp = type is "rb" ? mta?.Ip : memory.Addresses.Of(row.Span(PowerMtaColumns.Destination)) ?? mta?.Ip,
            SendingIp = memory.Addresses.Of(row.Span(PowerMtaColumns.Source)),
            Pool = row.Repeated(PowerMtaColumns.Pool) ?? row.Repeated(PowerMtaColumns.VirtualMta),
            Sender = row[PowerMtaColumns.Sender],
            MessageId = EventReport.Id(row.Span(PowerMtaColumns.MessageId)),
            QueueId = row.Repeated(PowerMtaColumns.Job),
            OccurredAt = at,
            OccurredAtSource = source,
        };
        var complete = EventReport.Complete(report, row.Span(PowerMtaColumns.Diagnostic), memory);
        return kind is BounceKind.Bounce && complete.Category is BounceCategory.Undetermined or BounceCategory.OnHold or BounceCategory.Filtered
            ? complete with { Category = PowerMtaCategories.Of(row[PowerMtaColumns.Category]) ?? complete.Category }
            : complete;
    }

    private static BounceKind? Kind(ReadOnlySpan<char> type) => type switch
    {
        "d" => BounceKind.Delivery,
        "b" or "rb" => BounceKind.Bounce,
        "t" or "tq" => BounceKind.Delay,
        "f" => BounceKind.FeedbackReport,
        _ => null,
    };

    // "2026-02-12 10:00:01+0000", with a colon, "Z" or no zone; or seconds since 1970, with or without parts of one.
    private static (DateTimeOffset? At, FieldSource Source) Time(ReadOnlySpan<char> text) =>
        (text.Length < 19 || text[4] != '-') && Seconds(text) is { } at ? (at, FieldSource.Stated) : Dated(text);

    private static DateTimeOffset? Seconds(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 4_000_000_000_000
            // Past the year 2096 in seconds they are milliseconds.
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds < 4_000_000_000 ? seconds * 1000 : seconds))
            : null;

    private static (DateTimeOffset? At, FieldSource Source) Dated(ReadOnlySpan<char> text)
    {
        var hasZone = text.Length > 19 && (text[^1] is 'Z' or 'z' || text.EndsWith(" UTC") || text.EndsWith(" GMT") || text[19..].ContainsAny('+', '-'));
        var plain = text.Contains(" UTC", StringComparison.Ordinal) || text.Contains(" GMT", StringComparison.Ordinal)
            ? text.ToString().Replace(" UTC", "Z", StringComparison.Ordinal).Replace(" GMT", "Z", StringComparison.Ordinal)
            : text;
        return LogTime.TryRead(plain, out var at) ? (at, hasZone ? FieldSource.Stated : FieldSource.Derived) : (null, FieldSource.Unknown);
    }
}

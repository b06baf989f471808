using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.PowerMtaCsv;

/// <summary>One record: <c>d</c> delivered, <c>b</c> bounced, <c>t</c> and <c>tq</c> transient, <c>rb</c> bounced by a report that came back, <c>f</c> complaint.</summary>
internal static class PowerMtaRecord
{
    /// <returns>Null for records that tell of no delivery (<c>r</c> received, <c>rs</c>).</returns>
    public static BounceReport? Read(CsvRow row)
    {
        var type = row.Span("type");
        if (Kind(type) is not { } kind)
        {
            return null;
        }
        var (at, source) = Time(row["timeLogged"]);
        var mta = row["dsnMta"] is { } text ? RemoteHost.Read(text) : null;
        var report = new BounceReport
        {
            Kind = kind,
            Format = "powermta-csv",
            Recipient = row["rcpt"],
            OriginalRecipient = row["orcpt"] is { } original && original != row["rcpt"] ? original : null,
            Status = row["dsnStatus"],
            RemoteMta = mta?.Name,
            // A report that came back is of a server we did not speak with.
            RemoteIp = type is "rb" ? mta?.Ip : EventReport.Ip(row["dlvDestinationIp"]) ?? mta?.Ip,
            SendingIp = EventReport.Ip(row["dlvSourceIp"]),
            Pool = row["vmtaPool"] ?? row["vmta"],
            Sender = row["orig"],
            MessageId = EventReport.Id(row["header_Message-Id"] ?? row["header_message-id"]),
            QueueId = row["jobId"],
            OccurredAt = at,
            OccurredAtSource = source,
        };
        var complete = EventReport.Complete(report, row["dsnDiag"]);
        return kind is BounceKind.Bounce && complete.Category is BounceCategory.Undetermined or BounceCategory.OnHold or BounceCategory.Filtered
            ? complete with { Category = PowerMtaCategories.Of(row["bounceCat"]) ?? complete.Category }
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
    private static (DateTimeOffset? At, FieldSource Source) Time(string? text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 4_000_000_000_000)
        {
            // Past the year 2096 in seconds they are milliseconds.
            return (DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds < 4_000_000_000 ? seconds * 1000 : seconds)), FieldSource.Stated);
        }
        var hasZone = text is { Length: > 19 } && (text[^1] is 'Z' or 'z' || text.EndsWith(" UTC", StringComparison.Ordinal) || text.EndsWith(" GMT", StringComparison.Ordinal) || text.AsSpan(19).ContainsAny('+', '-'));
        var plain = text?.Replace(" UTC", "Z", StringComparison.Ordinal).Replace(" GMT", "Z", StringComparison.Ordinal);
        return LogTime.TryRead(plain, out var at)
            ? (at, hasZone ? FieldSource.Stated : FieldSource.Derived)
            : (null, FieldSource.Unknown);
    }
}

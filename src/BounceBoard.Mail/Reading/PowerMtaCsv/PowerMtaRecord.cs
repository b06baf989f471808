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
        var type = row.First;
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

    // "2026-02-12 10:00:01+0000", the same without a zone, or seconds since 1970.
    private static (DateTimeOffset? At, FieldSource Source) Time(string? text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 4_000_000_000)
        {
            return (DateTimeOffset.FromUnixTimeSeconds(seconds), FieldSource.Stated);
        }
        var hasZone = text is { Length: > 5 } && text[^5] is '+' or '-';
        return LogTime.TryRead(text, out var at)
            ? (at, hasZone ? FieldSource.Stated : FieldSource.Derived)
            : (null, FieldSource.Unknown);
    }
}

using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.ExchangeTracking;

/// <summary>One event: <c>SEND</c> and <c>DELIVER</c> are deliveries, <c>FAIL</c> failed, <c>DEFER</c> goes on trying.</summary>
internal static class ExchangeEvent
{
    public static void Take(CsvRow row, List<BounceReport> reports)
    {
        if (Kind(row["event-id"]) is not { } kind || row["recipient-address"] is not { } list)
        {
            return;
        }
        var recipients = list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var statuses = Statuses(row["recipient-status"] ?? "", recipients.Length);
        for (var i = 0; i < recipients.Length; i++)
        {
            reports.Add(Report(kind, recipients[i], statuses[i], row));
        }
    }

    private static BounceKind? Kind(string? name) => name?.ToUpperInvariant() switch
    {
        "SEND" or "SENDEXTERNAL" or "DELIVER" => BounceKind.Delivery,
        "FAIL" => BounceKind.Bounce,
        "DEFER" => BounceKind.Delay,
        _ => null,
    };

    private static BounceReport Report(BounceKind kind, string recipient, string status, CsvRow row)
    {
        // "[{LED=550 5.1.1 …};{MSG=…};{FQDN=mx1.example.net};{IP=198.51.100.7};{LRT=…}]": the last error, and the server that gave it.
        var last = Between.Text(status, "{LED=", "}");
        var isSend = kind is BounceKind.Delivery && row["source"] is "SMTP";
        var name = Between.Text(status, "{FQDN=", "}") ?? (isSend ? row["server-hostname"] : null);
        var text = row["date-time"] ?? "";
        // Exchange writes UTC and says so; a time without a zone was rewritten on the way.
        var hasZone = text.EndsWith('Z') || (text.Length > 19 && text.AsSpan(19).ContainsAny('+', '-'));
        var at = LogTime.TryRead(text, out var time) ? time : (DateTimeOffset?)null;
        var report = new BounceReport
        {
            Kind = kind,
            Format = "exchange-tracking-csv",
            Recipient = recipient,
            RemoteMta = name is null ? null : RemoteHost.HostName(name),
            // The server columns name the other side of what was sent; of a failure they name whoever noted it.
            RemoteIp = EventReport.Ip(Between.Text(status, "{IP=", "}") ?? (isSend ? row["server-ip"] : null)),
            ReportingMta = row["client-hostname"] is { } host && isSend ? host.ToLowerInvariant() : null,
            Sender = row["return-path"] ?? row["sender-address"],
            MessageId = EventReport.Id(row["message-id"]),
            QueueId = row["internal-message-id"],
            OccurredAt = at,
            OccurredAtSource = at is null ? FieldSource.Unknown : hasZone ? FieldSource.Stated : FieldSource.Derived,
        };
        return EventReport.Complete(report, last ?? (status.Length > 0 && status[0] is not '[' ? status : row["source-context"] is { } context && SmtpReply.CodeAt(context) is not null ? context : null));
    }

    // One status for each recipient, in their order; with another number of them the text holds for all.
    private static string[] Statuses(string text, int recipients)
    {
        if (recipients == 1)
        {
            return [text];
        }
        var parts = text.Contains("];[", StringComparison.Ordinal) ? text.Split("];[") : text.StartsWith('[') ? [text] : text.Split(';');
        return parts.Length == recipients ? parts : [.. Enumerable.Repeat(text, recipients)];
    }
}

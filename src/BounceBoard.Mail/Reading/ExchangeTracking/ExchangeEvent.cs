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
        if (Kind(row.Span(ExchangeColumns.Event)) is not { } kind || row[ExchangeColumns.Recipients] is not { } list)
        {
            return;
        }
        if (!list.Contains(';', StringComparison.Ordinal))
        {
            reports.Add(Report(kind, list, row.Span(ExchangeColumns.Statuses), row));
            return;
        }
        var recipients = list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var statuses = Statuses(row[ExchangeColumns.Statuses] ?? "", recipients.Length);
        for (var i = 0; i < recipients.Length; i++)
        {
            reports.Add(Report(kind, recipients[i], statuses[i], row));
        }
    }

    private static BounceKind? Kind(ReadOnlySpan<char> name) =>
        Is(name, "SEND") || Is(name, "SENDEXTERNAL") || Is(name, "DELIVER") ? BounceKind.Delivery
        : Is(name, "FAIL") ? BounceKind.Bounce
        : Is(name, "DEFER") ? BounceKind.Delay
        : null;

    private static bool Is(ReadOnlySpan<char> name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static BounceReport Report(BounceKind kind, string recipient, ReadOnlySpan<char> status, CsvRow row)
    {
        // "[{LED=550 5.1.1 …};{MSG=…};{FQDN=mx1.example.net};{IP=198.51.100.7};{LRT=…}]": the last error, and the server that gave it.
        var memory = row.Memory;
        // The server columns name the other side of what was sent; of a failure they name whoever noted it.
        var isSend = kind is BounceKind.Delivery && row.Span(ExchangeColumns.Source) is "SMTP";
        var name = Between.Of(status, "{FQDN=", "}") is { IsEmpty: false } named ? named : isSend ? row.Span(ExchangeColumns.Server) : [];
        var ip = Between.Of(status, "{IP=", "}") is { IsEmpty: false } told ? told : isSend ? row.Span(ExchangeColumns.ServerIp) : [];
        var text = row.Span(ExchangeColumns.Time);
        // Exchange writes UTC and says so; a time without a zone was rewritten on the way.
        var hasZone = text.EndsWith("Z") || (text.Length > 19 && text[19..].ContainsAny('+', '-'));
        var at = LogTime.TryRead(text, out var time) ? time : (DateTimeOffset?)null;
        var report = new BounceReport
        {
            Kind = kind,
            Format = "exchange-tracking-csv",
            Recipient = recipient,
            RemoteMta = name.IsEmpty ? null : memory.HostNames.Of(name),
            RemoteIp = memory.Addresses.Of(ip),
            ReportingMta = isSend ? row.Repeated(ExchangeColumns.Client)?.ToLowerInvariant() : null,
            Sender = row.Repeated(ExchangeColumns.ReturnPath) ?? row.Repeated(ExchangeColumns.Sender),
            MessageId = EventReport.Id(row.Span(ExchangeColumns.MessageId)),
            QueueId = row[ExchangeColumns.InternalId],
            OccurredAt = at,
            OccurredAtSource = at is null ? FieldSource.Unknown : hasZone ? FieldSource.Stated : FieldSource.Derived,
        };
        return EventReport.Complete(report, Reply(status, row.Span(ExchangeColumns.Context)), memory);
    }

    private static ReadOnlySpan<char> Reply(ReadOnlySpan<char> status, ReadOnlySpan<char> context) =>
        Between.Of(status, "{LED=", "}") is { IsEmpty: false } last ? last
        : status.Length > 0 && status[0] is not '[' ? status
        : SmtpReply.CodeAt(context) is not null ? context : [];

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

using System.Buffers;
using System.Text;
using System.Text.Json;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Logs;
using BounceBoard.Mail.Reading.Phrases;
using BounceBoard.Mail.Reading.Webhooks;

namespace BounceBoard.Mail.Reading.KumoMtaJson;

/// <summary>KumoMTA's log: one JSON object a line, with <c>type</c>, <c>peer_address</c> and <c>response</c>.</summary>
internal sealed class KumoMtaJsonForm : ILogForm
{
    public string Format => "kumomta-jsonl";

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        if (!line.StartsWith("{\"") || !line.Contains("\"type\"", StringComparison.Ordinal))
        {
            return false;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        try
        {
            using var record = JsonDocument.Parse(buffer.AsMemory(0, Encoding.UTF8.GetBytes(line, buffer)));
            return Take(record.RootElement, reports);
        }
        catch (JsonException broken)
        {
            reports.Add(new BounceReport
            {
                Kind = BounceKind.Error,
                Error = $"A line of '{input.Item.Name}' is broken JSON (byte {broken.BytePositionInLine + 1} of it: {line[..Math.Min(line.Length, 60)]}…); its other lines were read.",
            });
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Take(JsonElement record, List<BounceReport> reports)
    {
        if (record.Text("type") is not { } type || (record.At("response") is null && record.At("queue") is null))
        {
            return false;
        }
        if (Kind(type) is not { } kind)
        {
            return true;
        }
        var recipients = record.At("recipient") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(item => item.Text())
            : [record.Text("recipient")];
        reports.AddRange(recipients.Select(recipient => Report(type, kind, recipient, record)));
        return true;
    }

    private static BounceReport Report(string type, BounceKind kind, string? recipient, JsonElement record)
    {
        var command = record.Text("response", "command");
        var report = new BounceReport
        {
            Kind = kind,
            Format = "kumomta-jsonl",
            Recipient = recipient,
            ReplyCode = record.Number("response", "code"),
            Status = Enhanced(record),
            Stage = command is null ? null : StageWords.Find(">>> " + command),
            RemoteMta = record.Text("peer_address", "name") is { } name ? RemoteHost.HostName(name) : null,
            RemoteIp = EventReport.Ip(record.Text("peer_address", "addr")),
            ReportingMta = record.Text("nodename"),
            SendingIp = Source(record.Text("source_address", "address") ?? record.Text("source_address")),
            Pool = record.Text("egress_pool") is { } pool && pool != "unspecified" ? pool : null,
            Sender = record.Text("sender"),
            MessageId = EventReport.Id(record.Text("headers", "Message-ID") ?? record.Text("headers", "Message-Id")),
            QueueId = record.Text("id"),
            OccurredAt = record.Time("event_time") ?? record.Time("timestamp"),
        };
        report = type is "Rejection" ? Received(report) : report;
        return EventReport.Complete(report, record.Text("response", "content"), type is "Expiration" ? BounceCategory.Expired : null);
    }

    private static BounceReport Received(BounceReport report) => report with
    {
        Kind = report.ReplyCode is >= 400 and < 500 ? BounceKind.Delay : BounceKind.Bounce,
        Side = ReportSide.Receiving,
        Recipient = report.Recipient is { Length: > 0 } ? report.Recipient : null,
        SendingIp = report.RemoteIp,
        RemoteMta = report.ReportingMta,
        RemoteIp = null,
        QueueId = report.QueueId is { Length: > 0 } ? report.QueueId : null,
    };

    private static BounceKind? Kind(string type) => type switch
    {
        "Delivery" => BounceKind.Delivery,
        // Written by the receiving side: the peer is the client that was refused.
        "Rejection" => BounceKind.Bounce,
        "Bounce" or "OOB" or "AdminBounce" or "Expiration" => BounceKind.Bounce,
        "TransientFailure" => BounceKind.Delay,
        "Feedback" => BounceKind.FeedbackReport,
        _ => null,
    };

    private static string? Enhanced(JsonElement record) =>
        record.At("response", "enhanced_code") is { } code && code.Number("class") is { } first && code.Number("subject") is { } second && code.Number("detail") is { } third
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}.{second}.{third}")
            : null;

    // "192.0.2.9:51234", "[2001:db8::9]:51234", or the address alone.
    private static System.Net.IPAddress? Source(string? text) =>
        text is not null && System.Net.IPEndPoint.TryParse(text, out var point) ? point.Address : EventReport.Ip(text);
}

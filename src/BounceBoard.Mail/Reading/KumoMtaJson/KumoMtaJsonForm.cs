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
    /// <summary>Characters that nearly every value of a record has at most.</summary>
    internal const int Short = 256;

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
            var json = buffer.AsSpan(0, Encoding.UTF8.GetBytes(line, buffer));
            return Take(new KumoMtaRecord(json, stackalloc KumoMtaRecord.Value[KumoMtaField.Count]), input.Session.Memory, reports);
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

    private static bool Take(KumoMtaRecord record, LogMemory memory, List<BounceReport> reports)
    {
        if (Repeated(record, KumoMtaField.Type, memory) is not { } type || !(record.Has(KumoMtaField.Response) || record.Has(KumoMtaField.Queue)))
        {
            return false;
        }
        if (Kind(type) is not { } kind)
        {
            return true;
        }
        if (!record.IsList(KumoMtaField.Recipient))
        {
            reports.Add(Report(type, kind, record.Text(KumoMtaField.Recipient), record, memory));
            return true;
        }
        using var recipients = record.List(KumoMtaField.Recipient);
        foreach (var recipient in recipients.RootElement.EnumerateArray())
        {
            reports.Add(Report(type, kind, recipient.Text(), record, memory));
        }
        return true;
    }

    private static string? Repeated(KumoMtaRecord record, int field, LogMemory memory) =>
        record.Span(field, stackalloc char[Short]) is { IsEmpty: false } text ? memory.Texts.Of(text) : null;

    private static BounceReport Report(string type, BounceKind kind, string? recipient, KumoMtaRecord record, LogMemory memory)
    {
        Span<char> buffer = stackalloc char[Short];
        var command = record.Text(KumoMtaField.Command);
        var report = new BounceReport
        {
            Kind = kind,
            Format = "kumomta-jsonl",
            Recipient = recipient,
            ReplyCode = record.Number(KumoMtaField.Code),
            Status = Enhanced(record),
            Stage = command is null ? null : StageWords.Find(">>> " + command),
            RemoteMta = record.Span(KumoMtaField.PeerName, buffer) is { IsEmpty: false } name ? memory.HostNames.Of(name) : null,
            RemoteIp = memory.Addresses.Of(record.Span(KumoMtaField.PeerAddress, buffer)),
            ReportingMta = Repeated(record, KumoMtaField.Node, memory),
            SendingIp = Source(record.Text(KumoMtaField.SourceAddress) ?? record.Text(KumoMtaField.Source)),
            Pool = Repeated(record, KumoMtaField.Pool, memory) is { } pool && pool != "unspecified" ? pool : null,
            Sender = record.Text(KumoMtaField.Sender),
            MessageId = EventReport.Id(record.Text(KumoMtaField.MessageId) ?? record.Text(KumoMtaField.MessageIdToo)),
            QueueId = record.Text(KumoMtaField.Id),
            OccurredAt = Json.Time(record.Span(KumoMtaField.EventTime, buffer)) ?? Json.Time(record.Span(KumoMtaField.Timestamp, buffer)),
        };
        report = type is "Rejection" ? Received(report) : report;
        return EventReport.Complete(report, record.Span(KumoMtaField.Content, buffer), memory, type is "Expiration" ? BounceCategory.Expired : null);
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

    private static string? Enhanced(KumoMtaRecord record) =>
        record.Number(KumoMtaField.Class) is { } first && record.Number(KumoMtaField.Subject) is { } second && record.Number(KumoMtaField.Detail) is { } third
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}.{second}.{third}")
            : null;

    // "192.0.2.9:51234", "[2001:db8::9]:51234", or the address alone.
    private static System.Net.IPAddress? Source(string? text) =>
        text is not null && System.Net.IPEndPoint.TryParse(text, out var point) ? point.Address : EventReport.Ip(text);
}

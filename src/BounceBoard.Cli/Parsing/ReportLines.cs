using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Cli.Parsing;

/// <summary>Writes reports as JSON Lines.</summary>
internal sealed class ReportLines(Stream output)
{
    // Mail addresses and replies stay readable ("<", "+", letters of all languages); the output is JSON for pipes, not part of a page.
    private static readonly ReportJson Json = new(new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(string file, int index, BounceReport report)
    {
        JsonSerializer.Serialize(output, Of(file, index, report), Json.ReportLine);
        output.WriteByte((byte)'\n');
    }

    private static ReportLine Of(string file, int index, BounceReport report)
    {
        var isRecipient = report.Kind is not (BounceKind.NotABounce or BounceKind.Error);
        return new ReportLine
        {
            File = file,
            Index = index,
            Kind = KebabName.Of(report.Kind),
            Format = report.Format,
            Dialect = report.Dialect,
            Recipient = report.Recipient,
            OriginalRecipient = report.OriginalRecipient,
            RecipientDomain = report.RecipientDomain,
            Action = report.Action,
            Status = report.Status,
            ReplyCode = report.ReplyCode,
            ReplyText = report.ReplyText,
            Stage = report.Stage is { } stage ? KebabName.Of(stage) : null,
            RemoteMta = report.RemoteMta,
            RemoteIp = report.RemoteIp?.ToString(),
            RemoteIpSource = isRecipient ? KebabName.Of(report.RemoteIpSource) : null,
            RemotePort = report.RemotePort,
            Hops = isRecipient ? [.. report.Hops.Select(HopLine.Of)] : null,
            Side = report.Kind is BounceKind.Bounce or BounceKind.Delay or BounceKind.Delivery ? KebabName.Of(report.Side) : null,
            ReportingMta = report.ReportingMta,
            SendingIp = report.SendingIp?.ToString(),
            Pool = report.Pool,
            Sender = report.Sender,
            MessageId = report.MessageId,
            QueueId = report.QueueId,
            DkimDomain = report.DkimDomain,
            DkimSelector = report.DkimSelector,
            OccurredAt = report.OccurredAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            OccurredAtSource = isRecipient ? KebabName.Of(report.OccurredAtSource) : null,
            Category = isRecipient ? CategoryNames.ToName(report.Category) : null,
            Permanent = report.Permanent,
            Derived = isRecipient ? FieldSources.Derived(report) : null,
            Error = report.Error,
        };
    }
}

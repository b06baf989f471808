using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Bounces;

/// <summary>How rows go into <c>refusal</c> many at a time.</summary>
internal static class RefusalTable
{
    private static readonly string[] Identity = ["tenant_id", "id"];

    private static readonly string[] First =
        ["fold_key", "incident_id", "recipient", "recipient_key", "recipient_domain", "upper_case", "format", "ingested_at", "grouped_id"];

    private static readonly string[] Told =
    [
        "original_recipient", "action", "status", "reply_code", "reply_text", "stage", "remote_mta", "remote_ip", "remote_ip_source", "remote_port",
        "reporting_mta", "sending_ip", "pool", "sender", "message_id", "queue_id", "dkim_domain", "dkim_selector", "category", "family", "permanent",
        "verified", "occurred_at", "occurred_source", "derived", "hops", "side", "rule_id", "told_category", "attempt_id",
    ];

    /// <summary>Whole rows.</summary>
    public static BulkTable<RefusalRow> Of(TenantId tenant) => new(
        "refusal",
        [.. Identity, .. First, .. Told],
        (row, sink) =>
        {
            sink.Write(tenant.Value);
            sink.Write(row.Id);
            WriteFirst(row, sink);
            WriteTold(row, sink);
        });

    /// <summary>The fields that a second source may complete; person, incident and time of intake stay those of the first.</summary>
    public static BulkUpdate<RefusalRow> Completed(TenantId tenant) => new(
        new BulkTable<RefusalRow>(
            "refusal",
            [.. Identity, .. Told],
            (row, sink) =>
            {
                sink.Write(tenant.Value);
                sink.Write(row.Id);
                WriteTold(row, sink);
            }),
        $"SET {string.Join(", ", Told.Select(column => $"{column} = given.{column}"))}",
        "WHERE refusal.tenant_id = given.tenant_id AND refusal.id = given.id");

    private static void WriteFirst(RefusalRow row, IRowSink sink)
    {
        sink.Write(row.FoldKey);
        sink.Write(row.IncidentId);
        sink.Write(row.Recipient);
        sink.Write(row.RecipientKey);
        sink.Write(row.RecipientDomain);
        sink.Write(row.UpperCase);
        sink.Write(row.Format);
        sink.Write(row.IngestedAt.ToUnixTimeMilliseconds());
        sink.Write(row.GroupedId);
    }

    private static void WriteTold(RefusalRow row, IRowSink sink)
    {
        sink.Write(row.OriginalRecipient);
        sink.Write(row.Action);
        sink.Write(row.Status);
        sink.Write(row.ReplyCode);
        sink.Write(row.ReplyText);
        sink.Write(row.Stage?.ToString());
        sink.Write(row.RemoteMta);
        sink.Write(row.RemoteIp?.ToString());
        sink.Write(row.RemoteIpSource.ToString());
        sink.Write(row.RemotePort);
        sink.Write(row.ReportingMta);
        sink.Write(row.SendingIp?.ToString());
        sink.Write(row.Pool);
        sink.Write(row.Sender);
        sink.Write(row.MessageId);
        sink.Write(row.QueueId);
        sink.Write(row.DkimDomain);
        sink.Write(row.DkimSelector);
        sink.Write(row.Category.ToString());
        sink.Write(row.Family.ToString());
        sink.Write(row.Permanent);
        sink.Write(row.Verified);
        sink.Write(row.OccurredAt.ToUnixTimeMilliseconds());
        sink.Write(row.OccurredSource.ToString());
        sink.Write((int?)row.Derived);
        sink.Write(row.Hops);
        sink.Write(row.Side.ToString());
        sink.Write(row.RuleId);
        sink.Write(row.ToldCategory?.ToString());
        sink.Write(row.AttemptId);
    }
}

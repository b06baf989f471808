using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>A refusal as it goes into its table, every column with the length it has in real mail.</summary>
internal readonly record struct SeedRefusal(long Id, SeedEvent Event, SeedIncident Incident, long EvidenceId)
{
    public static BulkTable<SeedRefusal> Table { get; } = new(
        "refusal",
        [
            "tenant_id", "id", "fold_key", "incident_id", "recipient", "recipient_key", "recipient_domain", "original_recipient", "upper_case",
            "action", "status", "reply_code", "reply_text", "stage", "remote_mta", "remote_ip", "remote_ip_source", "remote_port", "reporting_mta",
            "sending_ip", "pool", "sender", "message_id", "queue_id", "dkim_domain", "dkim_selector", "format", "category", "family", "permanent",
            "verified", "occurred_at", "occurred_source", "ingested_at",
        ],
        (row, sink) =>
        {
            row.WriteWho(sink);
            row.WriteWhat(sink);
            row.WriteWhen(sink);
        });

    private void WriteWho(IRowSink sink)
    {
        var domain = SeedCounts.DomainOf(Incident, Event.Person);
        var address = SeedNames.Address(domain, Event.Person);
        sink.Write((long)Incident.Tenant);
        sink.Write(Id);
        // As long, and as scattered, as a real key.
        sink.Write($"{unchecked((ulong)Id * 0x9E3779B97F4A7C15):x16}{Id:x16}{Event.At:x16}");
        sink.Write(Incident.Id);
        sink.Write(address);
        sink.Write(address.ToLowerInvariant());
        sink.Write(SeedNames.Domain(domain));
        sink.Write((string?)null);
        sink.Write(Event.Person % 10 == 0);
    }

    private void WriteWhat(IRowSink sink)
    {
        var domain = SeedCounts.DomainOf(Incident, Event.Person);
        sink.Write("failed");
        sink.Write("5.7.1");
        sink.Write((int?)550);
        sink.Write($"550 5.7.1 <person{Event.Person}@d{domain}.example>: Relay access denied; see the terms of this service");
        sink.Write(nameof(SmtpStage.RcptTo));
        sink.Write($"mx1.d{domain}.example");
        sink.Write(SeedNames.RemoteIp(domain));
        sink.Write(nameof(FieldSource.Stated));
        sink.Write((int?)25);
        sink.Write("out1.sender.test");
        sink.Write("192.0.2.15");
        sink.Write(SeedNames.Pool(Event.Person));
        sink.Write($"bounce+{Event.Person}@sender.test");
        sink.Write(string.Create(CultureInfo.InvariantCulture, $"{Id:x}.{Event.Person}@sender.test"));
        sink.Write($"4F{Id & 0xFFFFFFFFFF:X10}");
        sink.Write((string?)null);
        sink.Write((string?)null);
    }

    private void WriteWhen(IRowSink sink)
    {
        sink.Write("postfix-log");
        sink.Write(nameof(BounceCategory.RelayDenied));
        sink.Write(Incident.Family.ToString());
        sink.Write((bool?)true);
        sink.Write(true);
        sink.Write(Event.At);
        sink.Write(nameof(FieldSource.Stated));
        sink.Write(Event.At + 2_000);
    }
}

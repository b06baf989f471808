using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>How the rows of the smaller tables are written.</summary>
internal static class SeedRows
{
    public static BulkTable<SeedIncident> Incidents { get; } = new(
        "incident",
        [
            "tenant_id", "id", "number", "family", "scope", "scope_name", "state", "title", "refusals", "people", "first_at", "last_at", "opened_at",
            "closed_at", "verdict", "cause", "confidence", "decided_at",
        ],
        WriteIncident);

    public static BulkTable<(SeedIncident Incident, long Hour, long Refusals)> Hours { get; } = new(
        "incident_hour",
        ["tenant_id", "incident_id", "hour", "refusals"],
        (row, sink) => Write(sink, row.Incident, row.Hour, row.Refusals));

    public static BulkTable<(SeedIncident Incident, string Domain, long Refusals, long LastAt)> Domains { get; } = new(
        "incident_domain",
        ["tenant_id", "incident_id", "refusals", "last_at", "recipient_domain"],
        (row, sink) =>
        {
            Write(sink, row.Incident, row.Refusals, row.LastAt);
            sink.Write(row.Domain);
        });

    public static BulkTable<(SeedIncident Incident, string Key, long Refusals, long FirstAt, long LastAt)> People { get; } = new(
        "incident_person",
        ["tenant_id", "incident_id", "refusals", "first_at", "last_at", "recipient_key"],
        (row, sink) =>
        {
            Write(sink, row.Incident, row.Refusals, row.FirstAt, row.LastAt);
            sink.Write(row.Key);
        });

    public static BulkTable<(int Tenant, long Hour, long Accepted, long Deferred, long Refused)> TenantHours { get; } = new(
        "tenant_hour",
        ["tenant_id", "hour", "accepted", "deferred", "refused"],
        (row, sink) => Write(sink, row.Tenant, row.Hour, row.Accepted, row.Deferred, row.Refused));

    public static BulkTable<SeedDelivery> Deliveries { get; } = new(
        "delivery_hour",
        ["tenant_id", "hour", "messages", "recipient_domain", "remote_ip", "pool", "upper_case", "outcome"],
        (row, sink) =>
        {
            Write(sink, row.Tenant, row.Hour, row.Messages);
            sink.Write(SeedNames.Domain(row.Domain));
            sink.Write(SeedNames.RemoteIp(row.Domain));
            sink.Write(SeedNames.Pool(row.Orders ? 1 : 0));
            sink.Write(row.Upper);
            sink.Write(row.Outcome.ToString());
        });

    public static BulkTable<SeedRefusal> Links { get; } = new(
        "refusal_evidence",
        ["tenant_id", "refusal_id", "evidence_id"],
        (row, sink) => Write(sink, row.Incident.Tenant, row.Id, row.EvidenceId));

    public static BulkTable<(int Tenant, long Stored, long Quarantined, long LastAt)> Intake { get; } = new(
        "intake_count",
        ["tenant_id", "source_id", "stored", "duplicates", "quarantined", "last_at"],
        (row, sink) => Write(sink, row.Tenant, 1, row.Stored, 0, row.Quarantined, row.LastAt));

    private static void WriteIncident(SeedIncident incident, IRowSink sink)
    {
        var isClosed = incident.State is IncidentState.Resolved or IncidentState.Dismissed;
        Write(sink, incident.Tenant, incident.Id, incident.Number);
        sink.Write(incident.Family.ToString());
        sink.Write(incident.IsStorm ? nameof(IncidentScope.Provider) : nameof(IncidentScope.RecipientDomain));
        sink.Write(incident.ScopeName);
        sink.Write(incident.State.ToString());
        sink.Write($"{incident.ScopeName} refuses: relay access denied");
        Write(sink, incident.Refusals, incident.SeenPeople, incident.FirstAt, incident.LastAt, incident.FirstAt);
        sink.Write(isClosed ? incident.LastAt : (long?)null);
        sink.Write(((Verdict)(incident.Number % 3)).ToString());
        sink.Write(((Cause)(incident.Number % 8)).ToString());
        sink.Write(nameof(Confidence.Medium));
        sink.Write((long?)incident.LastAt);
    }

    private static void Write(IRowSink sink, SeedIncident incident, params ReadOnlySpan<long> values)
    {
        Write(sink, incident.Tenant, incident.Id);
        Write(sink, values);
    }

    private static void Write(IRowSink sink, params ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            sink.Write(value);
        }
    }
}

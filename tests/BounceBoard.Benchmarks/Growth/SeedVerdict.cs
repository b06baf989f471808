using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>One of the verdicts an incident was given over time.</summary>
internal readonly record struct SeedVerdict(SeedIncident Incident, int Number)
{
    private static readonly string Finding = FindingJson.Write(new Finding
    {
        Verdict = Verdict.Investigate,
        Confidence = Confidence.Medium,
        Cause = Cause.WrongMx,
        Relation = EndpointRelation.Foreign,
        Reasons =
        [
            new Reason("endpoint-not-in-mx", true, "The server that refused is in no MX of the domain, now or at the time of the refusal."),
            new Reason("relay-wording", true, "It said \"Relay access denied\": it does not take mail for the domain at all."),
            new Reason("pool-delivers", false, "Another pool delivered 12 messages to the domain within the day before."),
        ],
        WouldChange = ["Would become Retry if a delivery to the current MX succeeded."],
        Fix = ["Look for a pinned route to the old server.", "Remove it, and send one message again."],
    });

    public static BulkTable<SeedVerdict> Table { get; } = new(
        "verdict",
        [
            "tenant_id", "id", "incident_id", "decided_at", "verdict", "confidence", "cause", "sub_cause", "relation", "finding", "evidence_ids",
            "observation_ids", "fingerprint",
        ],
        (row, sink) => row.Write(sink));

    /// <summary>A storm is judged again every hour or so; the others a few times.</summary>
    public static IEnumerable<SeedVerdict> Of(SeedIncident incident) =>
        Enumerable.Range(1, Math.Clamp(incident.Refusals / 50, 1, incident.IsStorm ? 400 : 12)).Select(number => new SeedVerdict(incident, number));

    private void Write(IRowSink sink)
    {
        sink.Write((long)Incident.Tenant);
        sink.Write(Incident.Id + ((long)Number << 31));
        sink.Write(Incident.Id);
        sink.Write(Incident.LastAt);
        sink.Write(nameof(Verdict.Investigate));
        sink.Write(nameof(Confidence.Medium));
        sink.Write(nameof(Cause.WrongMx));
        sink.Write("stale-dns");
        sink.Write(nameof(EndpointRelation.Foreign));
        sink.Write(Finding);
        sink.Write("[]");
        sink.Write("[]");
        sink.Write($"{Incident.Id:x16}{Number:x48}");
    }
}

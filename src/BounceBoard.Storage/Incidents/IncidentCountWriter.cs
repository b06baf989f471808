using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Incidents;

/// <summary>Keeps the running counts of incidents as refusals arrive.</summary>
public sealed class IncidentCountWriter
{
    private const string AddPeople = """
        ON CONFLICT (tenant_id, incident_id, recipient_key)
        DO UPDATE SET refusals = incident_person.refusals + excluded.refusals, permanent = incident_person.permanent + excluded.permanent,
            first_at = CASE WHEN excluded.first_at < incident_person.first_at THEN excluded.first_at ELSE incident_person.first_at END,
            last_at = CASE WHEN excluded.last_at > incident_person.last_at THEN excluded.last_at ELSE incident_person.last_at END,
            previous_at = incident_person.last_at
        RETURNING incident_id, recipient_key, refusals, previous_at
        """;

    private const string AddHours = """
        ON CONFLICT (tenant_id, incident_id, hour)
        DO UPDATE SET refusals = incident_hour.refusals + excluded.refusals, people = incident_hour.people + excluded.people
        """;

    private const string AddDomains = """
        ON CONFLICT (tenant_id, incident_id, recipient_domain)
        DO UPDATE SET refusals = incident_domain.refusals + excluded.refusals,
            last_at = CASE WHEN excluded.last_at > incident_domain.last_at THEN excluded.last_at ELSE incident_domain.last_at END
        """;

    private const string AddPools = """
        ON CONFLICT (tenant_id, incident_id, pool) DO UPDATE SET refusals = incident_pool.refusals + excluded.refusals
        """;

    private const string Count = """
        SET refusals = incident.refusals + given.refusals, people = incident.people + given.people,
            first_at = CASE WHEN given.first_at < incident.first_at THEN given.first_at ELSE incident.first_at END,
            last_at = CASE WHEN given.last_at > incident.last_at THEN given.last_at ELSE incident.last_at END,
            decide_due = given.decide_due
        """;

    /// <summary>Counts new refusals: once per attempt, and a person once however often and however spelled.</summary>
    public async Task AddAsync(
        TenantId tenant, IEnumerable<NewRefusal> refusals, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var gains = IncidentGains.Of(refusals);
        await AddPeopleAsync(tenant, gains, transaction, cancellationToken);
        var hours = Table<(long Incident, long Start)>("incident_hour", ["hour", "refusals", "people"], tenant, key => key.Incident, (key, gain, sink) =>
        {
            sink.Write(key.Start);
            sink.Write(gain.Refusals);
            sink.Write(gains.NewInHour.GetValueOrDefault(key));
        });
        await UpsertAsync(hours, AddHours, gains.Hourly, transaction, cancellationToken);
        string[] columns = ["recipient_domain", "refusals", "last_at"];
        var domains = Table<(long Incident, string Name)>("incident_domain", columns, tenant, key => key.Incident, (key, gain, sink) =>
        {
            sink.Write(key.Name);
            sink.Write(gain.Refusals);
            sink.Write(gain.LastAt);
        });
        await UpsertAsync(domains, AddDomains, gains.Domains, transaction, cancellationToken);
        var pools = Table<(long Incident, string Name)>("incident_pool", ["pool", "refusals"], tenant, key => key.Incident, (key, gain, sink) =>
        {
            sink.Write(key.Name);
            sink.Write(gain.Refusals);
        });
        await UpsertAsync(pools, AddPools, gains.Pools, transaction, cancellationToken);
        await CountAsync(tenant, gains, now, transaction, cancellationToken);
    }

    private static Task AddPeopleAsync(TenantId tenant, IncidentGains gains, DbTransaction transaction, CancellationToken cancellationToken)
    {
        string[] columns = ["recipient_key", "refusals", "first_at", "last_at", "permanent"];
        var people = Table<(long Incident, string Key)>("incident_person", columns, tenant, key => key.Incident, (key, gain, sink) =>
        {
            sink.Write(key.Key);
            sink.Write(gain.Refusals);
            sink.Write(gain.FirstAt);
            sink.Write(gain.LastAt);
            sink.Write(gain.Permanent);
        });
        var upsert = new BulkUpsert<KeyValuePair<(long Incident, string Key), IncidentGain>>(people, AddPeople);
        return transaction.UpsertAsync(
            upsert,
            gains.People,
            row => gains.Met(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)),
            cancellationToken);
    }

    private static Task CountAsync(
        TenantId tenant, IncidentGains gains, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var given = new BulkTable<KeyValuePair<long, IncidentGain>>(
            "incident",
            ["tenant_id", "id", "refusals", "people", "first_at", "last_at", "decide_due"],
            (pair, sink) =>
            {
                sink.Write(tenant.Value);
                sink.Write(pair.Key);
                sink.Write(pair.Value.Refusals);
                sink.Write(gains.NewPeople.GetValueOrDefault(pair.Key));
                sink.Write(pair.Value.FirstAt);
                sink.Write(pair.Value.LastAt);
                sink.Write(now.ToUnixTimeMilliseconds());
            });
        var update = new BulkUpdate<KeyValuePair<long, IncidentGain>>(
            given, Count, "WHERE incident.tenant_id = given.tenant_id AND incident.id = given.id");
        // In one order everywhere: a claim on several incidents takes the same rows.
        return transaction.UpdateAsync(update, [.. gains.Incidents.OrderBy(pair => pair.Key)], null, cancellationToken);
    }

    private static Task UpsertAsync<TKey>(
        BulkTable<KeyValuePair<TKey, IncidentGain>> table, string onConflict, Dictionary<TKey, IncidentGain> gains, DbTransaction transaction,
        CancellationToken cancellationToken)
        where TKey : notnull =>
        transaction.UpsertAsync(new BulkUpsert<KeyValuePair<TKey, IncidentGain>>(table, onConflict), gains, null, cancellationToken);

    private static BulkTable<KeyValuePair<TKey, IncidentGain>> Table<TKey>(
        string name, IReadOnlyList<string> columns, TenantId tenant, Func<TKey, long> incident, Action<TKey, IncidentGain, IRowSink> write) => new(
        name,
        ["tenant_id", "incident_id", .. columns],
        (pair, sink) =>
        {
            sink.Write(tenant.Value);
            sink.Write(incident(pair.Key));
            write(pair.Key, pair.Value, sink);
        });
}

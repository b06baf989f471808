namespace BounceBoard.Storage.Incidents;

/// <summary>How an incident's counts and refusals go into another; in this order.</summary>
internal static class MergeStatements
{
    private const string Hours = """
        INSERT INTO incident_hour (tenant_id, incident_id, hour, refusals)
        SELECT tenant_id, @into, hour, refusals FROM incident_hour WHERE tenant_id = @tenant AND incident_id = @from
        ON CONFLICT (tenant_id, incident_id, hour) DO UPDATE SET refusals = incident_hour.refusals + excluded.refusals
        """;

    private const string Domains = """
        INSERT INTO incident_domain (tenant_id, incident_id, recipient_domain, refusals, last_at)
        SELECT tenant_id, @into, recipient_domain, refusals, last_at FROM incident_domain WHERE tenant_id = @tenant AND incident_id = @from
        ON CONFLICT (tenant_id, incident_id, recipient_domain) DO UPDATE SET refusals = incident_domain.refusals + excluded.refusals,
            last_at = CASE WHEN excluded.last_at > incident_domain.last_at THEN excluded.last_at ELSE incident_domain.last_at END
        """;

    private const string Pools = """
        INSERT INTO incident_pool (tenant_id, incident_id, pool, refusals)
        SELECT tenant_id, @into, pool, refusals FROM incident_pool WHERE tenant_id = @tenant AND incident_id = @from
        ON CONFLICT (tenant_id, incident_id, pool) DO UPDATE SET refusals = incident_pool.refusals + excluded.refusals
        """;

    // Before the people are joined: a person in both counts once.
    private const string Incident = """
        UPDATE incident SET
            refusals = incident.refusals + f.refusals,
            people = incident.people + f.people - (
                SELECT COUNT(*) FROM incident_person a
                JOIN incident_person b ON b.tenant_id = a.tenant_id AND b.incident_id = @into AND b.recipient_key = a.recipient_key
                WHERE a.tenant_id = @tenant AND a.incident_id = @from),
            first_at = CASE WHEN f.first_at < incident.first_at THEN f.first_at ELSE incident.first_at END,
            last_at = CASE WHEN f.last_at > incident.last_at THEN f.last_at ELSE incident.last_at END,
            decide_due = @now
        FROM incident f
        WHERE incident.tenant_id = @tenant AND incident.id = @into AND f.tenant_id = @tenant AND f.id = @from
        """;

    private const string People = """
        INSERT INTO incident_person (tenant_id, incident_id, recipient_key, refusals, first_at, last_at, permanent)
        SELECT tenant_id, @into, recipient_key, refusals, first_at, last_at, permanent
        FROM incident_person WHERE tenant_id = @tenant AND incident_id = @from
        ON CONFLICT (tenant_id, incident_id, recipient_key) DO UPDATE SET refusals = incident_person.refusals + excluded.refusals,
            permanent = incident_person.permanent + excluded.permanent,
            first_at = CASE WHEN excluded.first_at < incident_person.first_at THEN excluded.first_at ELSE incident_person.first_at END,
            last_at = CASE WHEN excluded.last_at > incident_person.last_at THEN excluded.last_at ELSE incident_person.last_at END
        """;

    // What was merged into it before goes along, each with its own fingerprint.
    private const string Refusals = """
        UPDATE refusal SET grouped_id = COALESCE(grouped_id, @from), incident_id = @into WHERE tenant_id = @tenant AND incident_id = @from
        """;

    private const string Names = """
        UPDATE incident SET merged_into = @into WHERE tenant_id = @tenant AND (id = @from OR merged_into = @from)
        """;

    private const string Emptied = """
        UPDATE incident SET refusals = 0, people = 0 WHERE tenant_id = @tenant AND id = @from
        """;

    public static IReadOnlyList<string> All { get; } = [Hours, Domains, Pools, Incident, People, Refusals, Names, Emptied];
}

namespace BounceBoard.Storage.Incidents;

/// <summary>How an incident's own refusals come back out of another. What retention has removed meanwhile stays counted there.</summary>
internal static class SplitStatements
{
    private const string Own = "FROM refusal WHERE tenant_id = @tenant AND incident_id = @from AND grouped_id = @own";

    /// <summary>The own counts are made of the own refusals, which then move.</summary>
    public static IReadOnlyList<string> Before { get; } =
    [
        $"""
        INSERT INTO incident_hour (tenant_id, incident_id, hour, refusals)
        SELECT @tenant, @own, occurred_at - occurred_at % 3600000, COUNT(*) {Own} GROUP BY occurred_at - occurred_at % 3600000
        """,
        $"""
        INSERT INTO incident_domain (tenant_id, incident_id, recipient_domain, refusals, last_at)
        SELECT @tenant, @own, recipient_domain, COUNT(*), MAX(occurred_at) {Own} GROUP BY recipient_domain
        """,
        $"""
        INSERT INTO incident_pool (tenant_id, incident_id, pool, refusals)
        SELECT @tenant, @own, pool, COUNT(*) {Own} AND pool IS NOT NULL GROUP BY pool
        """,
        $"""
        INSERT INTO incident_person (tenant_id, incident_id, recipient_key, refusals, first_at, last_at, permanent)
        SELECT @tenant, @own, recipient_key, COUNT(*), MIN(occurred_at), MAX(occurred_at), COUNT(CASE WHEN permanent THEN 1 END)
        {Own} GROUP BY recipient_key
        """,
        """
        UPDATE refusal SET incident_id = @own, grouped_id = NULL WHERE tenant_id = @tenant AND incident_id = @from AND grouped_id = @own
        """,
        """
        UPDATE incident SET merged_into = NULL, decide_due = @now,
            refusals = (SELECT COUNT(*) FROM refusal r WHERE r.tenant_id = @tenant AND r.incident_id = @own),
            people = (SELECT COUNT(*) FROM incident_person p WHERE p.tenant_id = @tenant AND p.incident_id = @own),
            first_at = COALESCE((SELECT MIN(r.occurred_at) FROM refusal r WHERE r.tenant_id = @tenant AND r.incident_id = @own), first_at),
            last_at = COALESCE((SELECT MAX(r.occurred_at) FROM refusal r WHERE r.tenant_id = @tenant AND r.incident_id = @own), last_at)
        WHERE tenant_id = @tenant AND id = @own
        """,
        // People of both keep what is left; those of the own alone fall to nothing and are removed with it.
        """
        UPDATE incident SET people = people - (
            SELECT COUNT(*) FROM incident_person p
            JOIN incident_person o ON o.tenant_id = p.tenant_id AND o.incident_id = @own AND o.recipient_key = p.recipient_key
            WHERE p.tenant_id = @tenant AND p.incident_id = @from AND p.refusals <= o.refusals)
        WHERE tenant_id = @tenant AND id = @from
        """,
    ];

    /// <summary>What remains in the other.</summary>
    public static IReadOnlyList<string> After { get; } =
    [
        """
        UPDATE incident_person SET
            permanent = permanent - (
                SELECT o.permanent FROM incident_person o
                WHERE o.tenant_id = @tenant AND o.incident_id = @own AND o.recipient_key = incident_person.recipient_key),
            first_at = COALESCE((
                SELECT MIN(r.occurred_at) FROM refusal r
                WHERE r.tenant_id = @tenant AND r.recipient_key = incident_person.recipient_key AND r.incident_id = @from), first_at),
            last_at = COALESCE((
                SELECT MAX(r.occurred_at) FROM refusal r
                WHERE r.tenant_id = @tenant AND r.recipient_key = incident_person.recipient_key AND r.incident_id = @from), last_at)
        WHERE tenant_id = @tenant AND incident_id = @from
            AND recipient_key IN (SELECT o.recipient_key FROM incident_person o WHERE o.tenant_id = @tenant AND o.incident_id = @own)
        """,
        """
        UPDATE incident SET decide_due = @now,
            refusals = refusals - (SELECT COUNT(*) FROM refusal r WHERE r.tenant_id = @tenant AND r.incident_id = @own),
            first_at = COALESCE((SELECT MIN(r.occurred_at) FROM refusal r WHERE r.tenant_id = @tenant AND r.incident_id = @from), first_at),
            last_at = COALESCE((SELECT MAX(r.occurred_at) FROM refusal r WHERE r.tenant_id = @tenant AND r.incident_id = @from), last_at)
        WHERE tenant_id = @tenant AND id = @from
        """,
    ];
}

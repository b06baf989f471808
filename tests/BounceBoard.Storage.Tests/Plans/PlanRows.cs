namespace BounceBoard.Storage.Tests.Plans;

/// <summary>Enough rows of two tenants that an index is worth its while.</summary>
internal static class PlanRows
{
    private const string Numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)";

    private static readonly string[] Statements =
    [
        """
        INSERT INTO incident (tenant_id, id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at)
        SELECT 1 + i % 2, i, i, 'Relay', 'RecipientDomain', 'd' || i || '.example', CASE WHEN i % 3 = 0 THEN 'Resolved' ELSE 'Open' END, 'x', 1, 1, i, i, i
        FROM n
        WHERE i <= 400
        """,
        """
        INSERT INTO incident_hour (tenant_id, incident_id, hour, refusals)
        SELECT 1 + i % 2, i % 400, i, 1 FROM n WHERE i % 400 > 0
        """,
        """
        INSERT INTO incident_domain (tenant_id, incident_id, recipient_domain, refusals, last_at)
        SELECT tenant_id, incident_id, 'd' || hour || '.example', 1, hour FROM incident_hour
        """,
        """
        INSERT INTO incident_person (tenant_id, incident_id, recipient_key, refusals, first_at, last_at)
        SELECT tenant_id, incident_id, 'p' || hour || '@d.example', 1, hour, hour FROM incident_hour
        """,
        """
        INSERT INTO evidence (tenant_id, id, sha256, source_id, kind, state, name, size, stream, ordinal, verified, received_at, reports, attempts)
        SELECT 1 + i % 2, i, 'sha' || i, 1, CASE WHEN i % 50 = 0 THEN 'Transcript' ELSE 'Mail' END,
               CASE WHEN i % 40 = 0 THEN 'Quarantined' ELSE 'Parsed' END, 'a.eml', 1, 's' || i, 0, TRUE, i, 1, 1
        FROM n
        """,
        """
        INSERT INTO intake (tenant_id, id, source_id, evidence_id, outcome, name, received_at)
        SELECT 1 + i % 2, i, 1, i, 'Stored', 'a.eml', i FROM n
        """,
        """
        INSERT INTO refusal (tenant_id, id, fold_key, incident_id, recipient, recipient_key, recipient_domain, upper_case, action, remote_ip_source,
            message_id, format, category, family, verified, occurred_at, occurred_source, ingested_at)
        SELECT tenant_id, hour, 'f' || hour, incident_id, 'p@d.example', 'p' || hour || '@d.example', 'd.example', FALSE, 'failed', 'Stated',
               'm' || hour, 'dsn', 'RelayDenied', 'Relay', TRUE, hour, 'Stated', hour
        FROM incident_hour
        """,
        """
        INSERT INTO refusal_evidence (tenant_id, refusal_id, evidence_id) SELECT tenant_id, id, id FROM refusal
        """,
        """
        INSERT INTO delivery_hour (tenant_id, hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages)
        SELECT 1 + i % 2, i, 'd' || i % 100 || '.example', '198.51.100.7', '', FALSE, CASE WHEN i % 3 = 0 THEN 'Refused' ELSE 'Accepted' END, 1 FROM n
        """,
        """
        INSERT INTO tenant_hour (tenant_id, hour, accepted, deferred, refused) SELECT 1 + i % 2, i, 1, 0, 1 FROM n
        """,
        """
        INSERT INTO verdict (tenant_id, id, incident_id, decided_at, verdict, confidence, cause, relation, finding, evidence_ids, observation_ids, fingerprint)
        SELECT tenant_id, hour, incident_id, hour, 'Investigate', 'Low', 'WrongMx', 'Foreign', '{}', '[]', '[]', 'x' FROM incident_hour
        """,
        """
        INSERT INTO suppression (tenant_id, recipient_key, id, address, domain, state, reason, source, since, added_by, note, rules, refusal_ids)
        SELECT 1 + i % 2, 'p' || i || '@d.example', i, 'p' || i || '@d.example', 'd.example', CASE WHEN i % 9 = 0 THEN 'Released' ELSE 'Held' END,
               'Manual', 'Person', i, 'x', '', '[]', '[]'
        FROM n
        """,
    ];

    public static Task AddAsync(StoredFacts facts) => AddAsync(facts, Statements);

    /// <param name="statements">Each may select from n, the numbers from 1 to 4,000 as i.</param>
    public static async Task AddAsync(StoredFacts facts, IReadOnlyList<string> statements)
    {
        foreach (var statement in statements)
        {
            var split = statement.IndexOf("SELECT", StringComparison.Ordinal);
            await facts.RunAsync(statement.Contains("FROM n", StringComparison.Ordinal) ? $"{statement[..split]}{Numbers} {statement[split..]}" : statement);
        }
    }
}

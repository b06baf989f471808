namespace BounceBoard.Storage.Tests.Plans;

/// <summary>Batches of the incidents of <see cref="PlanRows"/> with thousands of attempts; few batches are unfinished, as in a house that has stood for years.</summary>
internal static class RetryRows
{
    private static readonly string[] Statements =
    [
        """
        INSERT INTO sending_route (tenant_id, id, name, kind, revision, enabled, host, port, tls, user_name, sender_domains, return_prefix, helo, pool_header,
            dkim_domain, dkim_selector, webhook, rate_per_minute, per_day, test_mailbox, created_at)
        SELECT 1 + i % 2, i, 'r' || i, 'Submission', 1, TRUE, 'relay.example', 587, 'StartTls', '', 'd.example', 'b', '', '', '', '', '', 10, 500, '', i
        FROM n WHERE i <= 20
        """,
        """
        INSERT INTO retry_batch (tenant_id, id, number, incident_id, state, plan, plan_hash, route_id, people, stage, stages, requested_at, requested_by,
            idempotency_key, ended_at, due_at)
        SELECT 1 + i % 2, i, i, i, CASE WHEN i % 20 = 0 THEN 'Sending' ELSE 'Completed' END, '{}', 'h', 1 + i % 2, 10, 1, 1, i, 'x', 'k' || i,
            CASE WHEN i % 20 = 0 THEN NULL ELSE i END, CASE WHEN i % 20 = 0 THEN i END
        FROM n WHERE i <= 400
        """,
        """
        INSERT INTO retry_attempt (tenant_id, id, batch_id, stage, position, incident_id, recipient, recipient_key, domain, refusal_id, sender, state, claim,
            lease_until, handed_at, message_id, queue_id)
        SELECT 1 + i % 2, i, i % 400, 1, i, i % 400, 'p', 'p' || i || '@d.example', 'd' || i % 100 || '.example', i, 's@d.example',
            CASE WHEN i % 100 = 0 THEN 'Claimed' WHEN i % 90 = 0 THEN 'InDoubt' ELSE 'Accepted' END, CASE WHEN i % 100 = 0 THEN i END,
            CASE WHEN i % 100 = 0 THEN i END, i, 'm' || i, 'q' || i
        FROM n WHERE i % 400 > 0
        """,
        """
        INSERT INTO retry_decision (tenant_id, id, batch_id, stage, event, from_state, to_state, plan_hash, decided_at, decided_by, comment)
        SELECT 1 + i % 2, i, i % 400, 1, 'Approve', 'AwaitingApproval', 'Approved', 'h', i, 'x', '' FROM n WHERE i % 400 > 0
        """,
        """
        INSERT INTO retry_count (tenant_id, day, kind, key, sent) SELECT 1 + i % 2, i * CAST(86400000 AS BIGINT), 'Tenant', '', 1 FROM n
        """,
        """
        INSERT INTO retry_turn (tenant_id, destination, holder, lease_until, next_at, failures) SELECT 1 + i % 2, 'd' || i, 0, 0, 0, 0 FROM n
        """,
    ];

    public static async Task AddAsync(StoredFacts facts)
    {
        await PlanRows.AddAsync(facts);
        await PlanRows.AddAsync(facts, Statements);
    }
}

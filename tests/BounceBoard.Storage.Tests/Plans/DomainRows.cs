namespace BounceBoard.Storage.Tests.Plans;

/// <summary>Ten domains of each of two tenants with hundreds of examinations, issues and links each: as after a year in which much was changed.</summary>
internal static class DomainRows
{
    private static readonly string[] Statements =
    [
        """
        INSERT INTO tenant_domain (tenant_id, id, name, selectors, added_at, profile, exam_due_at, exam_lease_until)
        SELECT 1 + i % 2, i, 'd' || i || '.example', '[]', i, 'Sending', i, 0 FROM n WHERE i < 20
        """,
        """
        INSERT INTO domain_exam (tenant_id, id, domain_id, at, seen_until, cause, score_version, profile, score, low, high, coverage, grade, issues, areas,
            fingerprint, facts, facts_size)
        SELECT 1 + i % 2, i, i % 20, i, i, 'Job', 1, 'Sending', 90, 90, 90, 100, 'A', 0, '{}', 'f' || i, 'x', 1 FROM n WHERE i % 20 > 0
        """,
        """
        INSERT INTO domain_issue (tenant_id, domain_id, issue_key, check_id, subject, state, severity, lost_tenths, title, first_seen_at, opened_at,
            last_seen_at, note, changed_by)
        SELECT 1 + i % 2, i % 20, 'k' || i, 'S1', '', CASE WHEN i % 9 = 0 THEN 'Open' ELSE 'Fixed' END, 'Warn', 5, 'x', i, i, i, '', ''
        FROM n WHERE i % 20 > 0
        """,
        """
        INSERT INTO domain_share (tenant_id, id, domain_id, token_hash, created_at, created_by, expires_at)
        SELECT 1 + i % 2, i, i % 20, 'h' || i, i, 'x', i FROM n WHERE i % 20 > 0
        """,
    ];

    public static Task AddAsync(StoredFacts facts) => PlanRows.AddAsync(facts, Statements);
}

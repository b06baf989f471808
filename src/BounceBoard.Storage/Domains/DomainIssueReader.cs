using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Reads the issues of a tenant's domains.</summary>
public sealed class DomainIssueReader(Database.Database database)
{
    internal const string Columns = """
        i.domain_id, i.issue_key AS "key", i.check_id, i.subject, i.state, i.severity, i.lost_tenths, i.title, i.first_seen_at, i.opened_at, i.last_seen_at,
        i.fixed_at, i.snoozed_until, i.note, i.changed_by
        """;

    /// <summary>Every issue a domain has or had, what costs most first.</summary>
    public Task<IReadOnlyList<DomainIssueRow>> ListAsync(TenantId tenant, long domainId, CancellationToken cancellationToken) =>
        database.ListAsync<DomainIssueRow>(
            $"""
            SELECT {Columns} FROM domain_issue i
            WHERE i.tenant_id = @tenant AND i.domain_id = @domainId
            ORDER BY i.lost_tenths DESC, i.issue_key
            """,
            new { tenant, domainId },
            cancellationToken);

    /// <summary>The open issues of all of the tenant's domains, what costs most first.</summary>
    public Task<IReadOnlyList<DomainIssueRow>> ListOpenAsync(TenantId tenant, int take, CancellationToken cancellationToken) =>
        database.ListAsync<DomainIssueRow>(
            $"""
            SELECT {Columns} FROM domain_issue i
            WHERE i.tenant_id = @tenant AND i.state = 'Open'
            ORDER BY i.lost_tenths DESC, i.domain_id, i.issue_key
            LIMIT @take
            """,
            new { tenant, take },
            cancellationToken);

    /// <summary>Of each of the tenant's domains with open issues the one that costs most.</summary>
    public Task<IReadOnlyList<DomainIssueRow>> ListWorstAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<DomainIssueRow>(
            $"""
            SELECT {Columns} FROM domain_issue i
            JOIN (
                SELECT o.domain_id, o.issue_key, ROW_NUMBER() OVER (PARTITION BY o.domain_id ORDER BY o.lost_tenths DESC, o.severity, o.issue_key) AS place
                FROM domain_issue o
                WHERE o.tenant_id = @tenant AND o.state = 'Open'
            ) w ON w.domain_id = i.domain_id AND w.issue_key = i.issue_key AND w.place = 1
            WHERE i.tenant_id = @tenant
            """,
            new { tenant },
            cancellationToken);

    public Task<DomainIssueRow?> FindAsync(TenantId tenant, long domainId, string key, CancellationToken cancellationToken) =>
        database.FindAsync<DomainIssueRow>(
            $"""SELECT {Columns} FROM domain_issue i WHERE i.tenant_id = @tenant AND i.domain_id = @domainId AND i.issue_key = @key""",
            new { tenant, domainId, key },
            cancellationToken);
}

using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Reads examinations of a tenant's domains.</summary>
public sealed class ExamReader(Database.Database database)
{
    private const string Columns = """
        e.tenant_id, e.id, e.domain_id, e.at, e.seen_until, e.cause AS "trigger", e.score_version, e.profile, e.score, e.low, e.high,
        e.coverage, e.grade, e.previous_score, e.issues AS issue_count, e.areas AS areas_text, e.fingerprint
        """;

    private const string Whole = $"{Columns}, e.facts AS facts_packed, e.facts_size";

    /// <summary>The last examination of a domain with its facts.</summary>
    public Task<ExamRow?> LatestAsync(TenantId tenant, long domainId, CancellationToken cancellationToken) =>
        database.FindAsync<ExamRow>(
            $"""
            SELECT {Whole} FROM domain_exam e
            WHERE e.tenant_id = @tenant AND e.domain_id = @domainId
            ORDER BY e.id DESC LIMIT 1
            """,
            new { tenant, domainId },
            cancellationToken);

    /// <summary>The last examination of a domain that was made at or before a moment, with its facts.</summary>
    public Task<ExamRow?> AtAsync(TenantId tenant, long domainId, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.FindAsync<ExamRow>(
            $"""
            SELECT {Whole} FROM domain_exam e
            WHERE e.tenant_id = @tenant AND e.domain_id = @domainId AND e.at <= @at
            ORDER BY e.id DESC LIMIT 1
            """,
            new { tenant, domainId, at },
            cancellationToken);

    /// <summary>The last examination of every domain of the tenant, without facts.</summary>
    public Task<IReadOnlyList<ExamRow>> ListLatestAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<ExamRow>(
            $"""
            SELECT {Columns} FROM tenant_domain d
            JOIN domain_exam e ON e.tenant_id = d.tenant_id
                AND e.id = (SELECT MAX(l.id) FROM domain_exam l WHERE l.tenant_id = d.tenant_id AND l.domain_id = d.id)
            WHERE d.tenant_id = @tenant
            """,
            new { tenant },
            cancellationToken);

    /// <summary>Examinations of a domain whose findings held at or after a moment, the oldest first, without facts.</summary>
    public Task<IReadOnlyList<ExamRow>> ScoresAsync(TenantId tenant, long domainId, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ListAsync<ExamRow>(
            $"""
            SELECT {Columns} FROM domain_exam e
            WHERE e.tenant_id = @tenant AND e.domain_id = @domainId AND e.seen_until >= @since
            ORDER BY e.id
            """,
            new { tenant, domainId, since },
            cancellationToken);

    /// <summary>The latest examinations of a domain with their facts, the newest first.</summary>
    public Task<IReadOnlyList<ExamRow>> ListAsync(TenantId tenant, long domainId, int take, CancellationToken cancellationToken) =>
        database.ListAsync<ExamRow>(
            $"""
            SELECT {Whole} FROM domain_exam e
            WHERE e.tenant_id = @tenant AND e.domain_id = @domainId
            ORDER BY e.id DESC LIMIT @take
            """,
            new { tenant, domainId, take },
            cancellationToken);

    /// <summary>Examinations with their facts.</summary>
    public Task<IReadOnlyList<ExamRow>> ListAsync(TenantId tenant, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        database.ListAsync<ExamRow>(
            $"""SELECT {Whole} FROM domain_exam e WHERE e.tenant_id = @tenant AND e.id {database.Dialect.AnyOf("@ids")}""",
            new { tenant, ids = database.Dialect.List(ids) },
            cancellationToken);

    public Task<ExamRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<ExamRow>(
            $"""SELECT {Whole} FROM domain_exam e WHERE e.tenant_id = @tenant AND e.id = @id""", new { tenant, id }, cancellationToken);
}

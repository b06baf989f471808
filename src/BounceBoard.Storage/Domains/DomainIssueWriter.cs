using System.Data.Common;
using BounceBoard.Core.Domains.Issues;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Opens, moves and closes the issues of a domain.</summary>
public sealed class DomainIssueWriter
{
    /// <summary>The issues of a domain as this transaction sees them.</summary>
    public Task<IReadOnlyList<DomainIssueRow>> ListAsync(
        TenantId tenant, long domainId, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ListAsync<DomainIssueRow>(
            $"""SELECT {DomainIssueReader.Columns} FROM domain_issue i WHERE i.tenant_id = @tenant AND i.domain_id = @domainId""",
            new { tenant, domainId },
            cancellationToken);

    /// <summary>Adds an issue, or puts the whole row in the place of the one that is there.</summary>
    public Task PutAsync(TenantId tenant, DomainIssueRow issue, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO domain_issue (tenant_id, domain_id, issue_key, check_id, subject, state, severity, lost_tenths, title, first_seen_at, opened_at,
                last_seen_at, fixed_at, snoozed_until, note, changed_by)
            VALUES (@tenant, @DomainId, @Key, @CheckId, @Subject, @state, @severity, @LostTenths, @Title, @FirstSeenAt, @OpenedAt,
                @LastSeenAt, @FixedAt, @SnoozedUntil, @Note, @ChangedBy)
            ON CONFLICT (tenant_id, domain_id, issue_key) DO UPDATE SET
                state = excluded.state, severity = excluded.severity, lost_tenths = excluded.lost_tenths, title = excluded.title,
                opened_at = excluded.opened_at, last_seen_at = excluded.last_seen_at, fixed_at = excluded.fixed_at,
                snoozed_until = excluded.snoozed_until, note = excluded.note, changed_by = excluded.changed_by
            """;
        return transaction.ExecuteAsync(sql, Parameters(tenant, issue), cancellationToken);
    }

    /// <summary>Moves an issue for a person, if it still is where the person saw it.</summary>
    /// <param name="issue">As it is to be.</param>
    /// <returns>False when it moved meanwhile.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, DomainIssueRow issue, IssueState from, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE domain_issue SET state = @state, snoozed_until = @SnoozedUntil, note = @Note, changed_by = @ChangedBy
            WHERE tenant_id = @tenant AND domain_id = @DomainId AND issue_key = @Key AND state = @from
            """,
            new { tenant, issue.DomainId, issue.Key, state = issue.State.ToString(), issue.SnoozedUntil, issue.Note, issue.ChangedBy, from = from.ToString() },
            cancellationToken) == 1;

    private static object Parameters(TenantId tenant, DomainIssueRow issue) => new
    {
        tenant,
        issue.DomainId,
        issue.Key,
        issue.CheckId,
        issue.Subject,
        state = issue.State.ToString(),
        severity = issue.Severity.ToString(),
        issue.LostTenths,
        issue.Title,
        issue.FirstSeenAt,
        issue.OpenedAt,
        issue.LastSeenAt,
        issue.FixedAt,
        issue.SnoozedUntil,
        issue.Note,
        issue.ChangedBy,
    };
}

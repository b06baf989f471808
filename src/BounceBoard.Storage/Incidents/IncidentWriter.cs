using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Opens incidents, moves their state and sets the verdict in force.</summary>
public sealed class IncidentWriter
{
    public Task<IncidentRow?> FindAsync(
        TenantId tenant, IncidentFingerprint fingerprint, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at, closed_at, verdict, cause,
                   confidence, decided_at
            FROM incident
            WHERE tenant_id = @tenant AND family = @family AND scope = @scope AND scope_name = @scopeName
            """;
        var parameters = new
        {
            tenant,
            family = fingerprint.Family.ToString(),
            scope = fingerprint.Scope.ToString(),
            scopeName = fingerprint.ScopeName,
        };
        return transaction.FindAsync<IncidentRow?>(sql, parameters, cancellationToken);
    }

    /// <summary>Opens an incident without refusals; its number follows the tenant's last.</summary>
    /// <param name="at">Event time of the refusal that opens it.</param>
    /// <returns>Its id.</returns>
    public async Task<long> OpenAsync(
        TenantId tenant, IncidentFingerprint fingerprint, string title, DateTimeOffset at, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO incident (tenant_id, id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at,
                decide_due)
            SELECT @tenant, @id, COALESCE(MAX(number), 0) + 1, @family, @scope, @scopeName, 'Open', @title, 0, 0, @at, @at, @at, @now
            FROM incident
            WHERE tenant_id = @tenant
            """;
        var id = RowIds.Next(now);
        var parameters = new
        {
            tenant,
            id,
            family = fingerprint.Family.ToString(),
            scope = fingerprint.Scope.ToString(),
            scopeName = fingerprint.ScopeName,
            title,
            at,
            now,
        };
        await transaction.ExecuteAsync(sql, parameters, cancellationToken);
        return id;
    }

    /// <summary>Compare-and-set of the state.</summary>
    /// <param name="at">When it was opened or closed.</param>
    /// <returns>False when it was no longer in <paramref name="from"/>.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, long id, IncidentState from, IncidentState to, DateTimeOffset at, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE incident
            SET state = @to,
                opened_at = CASE WHEN @to = 'Open' THEN @at ELSE opened_at END,
                closed_at = CASE WHEN @to IN ('Resolved', 'Dismissed') THEN @at WHEN @to = 'Open' THEN NULL ELSE closed_at END
            WHERE tenant_id = @tenant AND id = @id AND state = @from
            """;
        var parameters = new { tenant, id, from = from.ToString(), to = to.ToString(), at };
        return await transaction.ExecuteAsync(sql, parameters, cancellationToken) == 1;
    }

    /// <summary>The verdict in force, beside the appended row, for lists.</summary>
    public Task SetVerdictAsync(
        TenantId tenant, long id, Finding finding, string title, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE incident SET verdict = @verdict, cause = @cause, confidence = @confidence, title = @title, decided_at = @now
            WHERE tenant_id = @tenant AND id = @id
            """;
        var parameters = new
        {
            tenant,
            id,
            verdict = finding.Verdict.ToString(),
            cause = finding.Cause.ToString(),
            confidence = finding.Confidence.ToString(),
            title,
            now,
        };
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);
    }
}

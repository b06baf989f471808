using System.Data.Common;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Incidents;

/// <summary>Opens incidents, moves their state and sets the verdict in force.</summary>
public sealed class IncidentWriter
{
    /// <summary>Incidents of these scopes, of every family and kind of scope, and those that they are merged into.</summary>
    public Task<IReadOnlyList<IncidentRow>> FindAtScopesAsync(
        TenantId tenant, IReadOnlyCollection<string> scopeNames, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            SELECT {IncidentColumns.All}
            FROM incident
            WHERE tenant_id = @tenant AND (scope_name {dialect.AnyOf("@names")}
                OR id IN (SELECT m.merged_into FROM incident m
                          WHERE m.tenant_id = @tenant AND m.scope_name {dialect.AnyOf("@names")} AND m.merged_into IS NOT NULL))
            """;
        return transaction.ListAsync<IncidentRow>(sql, new { tenant, names = dialect.List(scopeNames) }, cancellationToken);
    }

    /// <summary>Opens incidents without refusals; their numbers follow the tenant's last, in the given order.</summary>
    public async Task OpenAsync(
        TenantId tenant, IReadOnlyCollection<NewIncident> incidents, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (incidents.Count == 0)
        {
            return;
        }
        const string sql = """
            SELECT COALESCE(MAX(number), 0) FROM incident WHERE tenant_id = @tenant
            """;
        var number = await transaction.FindAsync<long>(sql, new { tenant }, cancellationToken);
        await transaction.InsertAsync(OpenedBy(tenant, now, () => ++number), incidents, cancellationToken);
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
                closed_at = CASE WHEN @to IN ('Resolved', 'Dismissed') THEN @at WHEN @to = 'Open' THEN NULL ELSE closed_at END,
                regressed_at = CASE WHEN @to IN ('Open', 'Recovering') THEN regressed_at ELSE NULL END,
                acknowledged_at = CASE WHEN @to = 'Open' AND @from <> 'Recovering' THEN NULL ELSE acknowledged_at END,
                acknowledged_by = CASE WHEN @to = 'Open' AND @from <> 'Recovering' THEN NULL ELSE acknowledged_by END
            WHERE tenant_id = @tenant AND id = @id AND state = @from
            """;
        var parameters = new { tenant, id, from = from.ToString(), to = to.ToString(), at };
        return await transaction.ExecuteAsync(sql, parameters, cancellationToken) == 1;
    }

    /// <summary>Keeps that it was resolved and refused again.</summary>
    /// <param name="at">Event time of the refusal.</param>
    public Task SetRegressedAsync(TenantId tenant, long id, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE incident SET regressed_at = @at WHERE tenant_id = @tenant AND id = @id""", new { tenant, id, at }, cancellationToken);

    /// <summary>Asks the rules to look again: known refusals were completed, or a person wants it.</summary>
    /// <returns>Incidents that were made due.</returns>
    public Task<int> LookAgainAsync(
        TenantId tenant, IReadOnlyCollection<long> ids, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            UPDATE incident SET decide_due = @now WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")}
            """;
        return transaction.ExecuteAsync(sql, new { tenant, ids = dialect.List(ids), now }, cancellationToken);
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

    private static BulkTable<NewIncident> OpenedBy(TenantId tenant, DateTimeOffset now, Func<long> nextNumber) => new(
        "incident",
        [
            "tenant_id", "id", "number", "family", "scope", "scope_name", "state", "title", "refusals", "people", "first_at", "last_at", "opened_at",
            "decide_due",
        ],
        (incident, sink) =>
        {
            var at = incident.At.ToUnixTimeMilliseconds();
            sink.Write(tenant.Value);
            sink.Write(incident.Id);
            sink.Write(nextNumber());
            sink.Write(incident.Fingerprint.Family.ToString());
            sink.Write(incident.Fingerprint.Scope.ToString());
            sink.Write(incident.Fingerprint.ScopeName);
            sink.Write(IncidentState.Open.ToString());
            sink.Write(incident.Title);
            sink.Write(0L);
            sink.Write(0L);
            sink.Write(at);
            sink.Write(at);
            sink.Write(at);
            sink.Write(now.ToUnixTimeMilliseconds());
        });
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Evidence;

/// <summary>
/// Claims waiting evidence for one worker of one node. A claim is a time until which nobody else takes the row; the time is also the claim's name.
/// It ends by itself, should its holder die.
/// </summary>
public sealed class EvidenceClaimWriter
{
    /// <summary>
    /// Takes the tenant's oldest waiting evidence: mails that never failed together, but a piece of a log or what failed before alone. The claim counts
    /// as one attempt, before anybody looks at the bytes, so that an item that kills the process is known by its count.
    /// </summary>
    /// <returns>Rows with the claim and its attempt in them, oldest first; empty when nothing waits that nobody holds.</returns>
    public async Task<IReadOnlyList<DueEvidenceRow>> ClaimAsync(
        TenantId tenant, DateTimeOffset now, DateTimeOffset until, int most, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        // Pieces of a log come in their order: while an earlier one waits, whoever holds it, a later one is not for taking.
        var waiting = $"""
            SELECT e.tenant_id, e.id, e.kind, e.name, e.stream, e.ordinal, e.verified, e.received_at, e.attempts + 1 AS attempts,
                @until AS lease_until
            FROM evidence e
            WHERE e.tenant_id = @tenant AND e.state = 'Received' AND e.lease_until <= @now
              AND (e.stream IS NULL OR NOT EXISTS (
                SELECT 1 FROM evidence p
                WHERE p.tenant_id = @tenant AND p.stream = e.stream AND p.state = 'Received' AND p.ordinal < e.ordinal))
            ORDER BY e.id
            LIMIT @most
            {dialect.ClaimRows}
            """;
        var take = $"""
            UPDATE evidence SET lease_until = @until, attempts = attempts + 1
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND state = 'Received'
            """;
        var rows = await transaction.ListAsync<DueEvidenceRow>(waiting, new { tenant, now, until, most }, cancellationToken);
        List<DueEvidenceRow> taken = rows is [{ GoesAlone: true } first, ..] ? [first] : [.. rows.TakeWhile(row => !row.GoesAlone)];
        if (taken.Count > 0)
        {
            await transaction.ExecuteAsync(take, new { tenant, until, ids = dialect.List(taken.Select(row => row.Id)) }, cancellationToken);
        }

        return taken;
    }

    /// <summary>Gives rows back whose work failed for a reason not their own (database gone, disk full, shut down): the attempt counts for nothing.</summary>
    /// <param name="until">The claim's name; rows that somebody else holds by now are left alone.</param>
    public Task GiveBackAsync(
        TenantId tenant, IEnumerable<long> ids, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            UPDATE evidence SET lease_until = 0, attempts = CASE WHEN attempts > 0 THEN attempts - 1 ELSE 0 END
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND state = 'Received' AND lease_until = @until
            """;
        return transaction.ExecuteAsync(sql, new { tenant, until, ids = dialect.List(ids) }, cancellationToken);
    }

    /// <summary>Has an item that failed by its own fault wait before its next attempt.</summary>
    /// <param name="until">The claim's name.</param>
    public Task PauseAsync(
        TenantId tenant, long id, DateTimeOffset until, DateTimeOffset next, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE evidence SET lease_until = @next WHERE tenant_id = @tenant AND id = @id AND state = 'Received' AND lease_until = @until
            """;
        return transaction.ExecuteAsync(sql, new { tenant, id, until, next }, cancellationToken);
    }
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Jobs;

namespace BounceBoard.Storage.Incidents;

/// <summary>
/// Claims incidents for one decision. The claim moves the due time to its own end: new facts set it again, so that whoever decides sees at the end that
/// facts came in between, whatever the clocks say; and should the decider die, the incident is due at the claim's end.
/// </summary>
public sealed class IncidentClaimWriter
{
    /// <summary>Takes what is due and nobody decides, longest due first.</summary>
    /// <param name="until">End of the claim and its name.</param>
    public Task<IReadOnlyList<long>> ClaimDueAsync(
        TenantId tenant, DateTimeOffset now, DateTimeOffset until, int most, DbTransaction transaction, CancellationToken cancellationToken) =>
        DueClaim.TakeAsync(ClaimedTable.Incident, tenant, now, until, most, transaction, cancellationToken);

    /// <summary>Takes these, due or not; in the tenant's turn. What somebody else decides right now becomes due again instead.</summary>
    /// <param name="until">End of the claim and its name.</param>
    public async Task<IReadOnlyList<long>> ClaimAsync(
        TenantId tenant, IReadOnlyCollection<long> ids, DateTimeOffset now, DateTimeOffset until, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var again = $"""
            UPDATE incident SET decide_due = @now WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND decide_lease > @now
            """;
        var take = $"""
            UPDATE incident SET decide_due = @until, decide_lease = @until
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND decide_lease <= @now
            RETURNING id
            """;
        var parameters = new { tenant, ids = dialect.List(ids), now, until };
        await transaction.ExecuteAsync(again, parameters, cancellationToken);
        return await transaction.ListAsync<long>(take, parameters, cancellationToken);
    }

    /// <summary>Gives incidents back undecided; they stay due.</summary>
    public Task GiveBackAsync(
        TenantId tenant, IEnumerable<long> ids, DateTimeOffset until, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            UPDATE incident SET decide_due = @now, decide_lease = 0
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND decide_lease = @until
            """;
        return transaction.ExecuteAsync(sql, new { tenant, ids = dialect.List(ids), until, now }, cancellationToken);
    }

    /// <summary>Ends a claim. Facts that came in since it began keep the incident due.</summary>
    /// <param name="nextLook">When time alone may move the verdict; null when only new facts can.</param>
    /// <returns>False when the claim had run out and somebody else took it: then nothing of this decision may be written.</returns>
    public async Task<bool> TryEndAsync(
        TenantId tenant, long id, DateTimeOffset until, DateTimeOffset? nextLook, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE incident SET decide_due = CASE WHEN decide_due = @until THEN @nextLook ELSE decide_due END, decide_lease = 0
            WHERE tenant_id = @tenant AND id = @id AND decide_lease = @until
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id, until, nextLook }, cancellationToken) == 1;
    }
}

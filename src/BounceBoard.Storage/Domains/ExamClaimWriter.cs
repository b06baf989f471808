using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Jobs;

namespace BounceBoard.Storage.Domains;

/// <summary>Claims domains for one examination each, so that two nodes never examine one at once.</summary>
public sealed class ExamClaimWriter
{
    /// <summary>Takes domains that are due and nobody examines, longest due first.</summary>
    /// <param name="until">End of the claim, should the claimer die, and its name.</param>
    public Task<IReadOnlyList<long>> ClaimDueAsync(
        TenantId tenant, DateTimeOffset now, DateTimeOffset until, int most, DbTransaction transaction, CancellationToken cancellationToken) =>
        DueClaim.TakeAsync(ClaimedTable.Domain, tenant, now, until, most, transaction, cancellationToken);

    /// <summary>True while the claim is still its own.</summary>
    public async Task<bool> HoldsAsync(TenantId tenant, long id, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.FindAsync<long?>(
            """SELECT id FROM tenant_domain WHERE tenant_id = @tenant AND id = @id AND exam_lease_until = @until""",
            new { tenant, id, until },
            cancellationToken) is not null;

    /// <summary>An examination ended, claimed or not: says when the next one is due and ends any claim that is its own.</summary>
    /// <param name="until">The claim's name; null for an examination that a person asked for.</param>
    /// <param name="wholeAt">When this was a whole examination; null when DNS alone was asked.</param>
    public Task ExaminedAsync(
        TenantId tenant, long id, DateTimeOffset? until, DateTimeOffset dueAt, DateTimeOffset? wholeAt, DbTransaction transaction,
        CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE tenant_domain
            SET exam_due_at = @dueAt, exam_whole_at = COALESCE(@wholeAt, exam_whole_at),
                exam_lease_until = CASE WHEN exam_lease_until = @until THEN 0 ELSE exam_lease_until END
            WHERE tenant_id = @tenant AND id = @id
            """,
            new { tenant, id, until, dueAt, wholeAt },
            cancellationToken);

    /// <summary>DNS of a public name was seen to change: whoever sends from it has it examined soon.</summary>
    /// <returns>Domains that became due.</returns>
    public Task<int> HurryAsync(IReadOnlyCollection<string> names, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            UPDATE tenant_domain SET exam_due_at = @now WHERE name {dialect.AnyOf("@names")} AND exam_due_at > @now
            """;
        return transaction.ExecuteAsync(sql, new { names = dialect.List(names), now }, cancellationToken);
    }
}

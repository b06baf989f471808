using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Jobs;

/// <summary>Takes the due rows of a tenant for one who works on them, so that two nodes never work on one at once.</summary>
internal static class DueClaim
{
    /// <summary>Takes what is due and nobody holds, longest due first.</summary>
    /// <param name="until">End of the claim, should the claimer die, and its name.</param>
    public static async Task<IReadOnlyList<long>> TakeAsync(
        ClaimedTable table, TenantId tenant, DateTimeOffset now, DateTimeOffset until, int most, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        // Two statements: inside the UPDATE, PostgreSQL may run the subquery more than once, each time locking and taking other rows.
        var ids = await transaction.ListAsync<long>(Due(table, dialect), new { tenant, now, most }, cancellationToken);
        if (ids.Count > 0)
        {
            await transaction.ExecuteAsync(Take(table, dialect), new { tenant, until, ids = dialect.List(ids) }, cancellationToken);
        }
        return ids;
    }

    private static string Due(ClaimedTable table, Dialect dialect) => table switch
    {
        ClaimedTable.Incident => $"""
            SELECT id FROM incident
            WHERE tenant_id = @tenant AND decide_due <= @now AND decide_lease <= @now
            ORDER BY decide_due
            LIMIT @most
            {dialect.ClaimRows}
            """,
        ClaimedTable.Domain => $"""
            SELECT id FROM tenant_domain
            WHERE tenant_id = @tenant AND exam_due_at <= @now AND exam_lease_until <= @now
            ORDER BY exam_due_at
            LIMIT @most
            {dialect.ClaimRows}
            """,
    };

    // An incident's due time moves to the end of the claim, so that facts that come in meanwhile are told by it; a domain's stays until it was examined.
    private static string Take(ClaimedTable table, Dialect dialect) => table switch
    {
        ClaimedTable.Incident => $"""
            UPDATE incident SET decide_due = @until, decide_lease = @until WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")}
            """,
        ClaimedTable.Domain => $"""
            UPDATE tenant_domain SET exam_lease_until = @until WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")}
            """,
    };
}

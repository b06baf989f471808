using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Incidents;

/// <summary>Who has an incident and who sees to it: only what is not so yet is changed, and said.</summary>
public sealed class IncidentWorkWriter
{
    /// <returns>Numbers of the incidents that nobody had acknowledged.</returns>
    public Task<IReadOnlyList<long>> AcknowledgeAsync(
        TenantId tenant, IReadOnlyCollection<long> ids, string by, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            UPDATE incident SET acknowledged_at = @now, acknowledged_by = @by
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND acknowledged_at IS NULL AND state IN ('Open', 'Recovering')
            RETURNING number
            """;
        return transaction.ListAsync<long>(sql, new { tenant, ids = dialect.List(ids), by, now }, cancellationToken);
    }

    /// <param name="owner">Id of the member; null for nobody.</param>
    /// <returns>Numbers of the incidents that somebody else, or nobody, saw to.</returns>
    public Task<IReadOnlyList<long>> AssignAsync(
        TenantId tenant, IReadOnlyCollection<long> ids, long? owner, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            UPDATE incident SET owner_id = @owner
            WHERE tenant_id = @tenant AND id {dialect.AnyOf("@ids")} AND owner_id IS DISTINCT FROM @owner AND state <> 'Merged'
            RETURNING number
            """;
        return transaction.ListAsync<long>(sql, new { tenant, ids = dialect.List(ids), owner }, cancellationToken);
    }
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Keeps which columns a table log of a source named last.</summary>
public sealed class SourceColumnsWriter
{
    /// <param name="evidenceId">The piece that named them.</param>
    public Task SetAsync(TenantId tenant, long evidenceId, string columns, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE source SET log_columns = @columns
            WHERE tenant_id = @tenant AND id = (SELECT e.source_id FROM evidence e WHERE e.tenant_id = @tenant AND e.id = @evidenceId)
            """;
        return transaction.ExecuteAsync(sql, new { tenant, evidenceId, columns }, cancellationToken);
    }
}

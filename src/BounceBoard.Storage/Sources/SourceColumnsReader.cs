using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Reads which columns a table log of a source named last.</summary>
public sealed class SourceColumnsReader(Database.Database database)
{
    /// <param name="evidenceId">A piece that came by the source.</param>
    /// <returns>As <see cref="SourceColumnsWriter"/> wrote it; null when the source never named any.</returns>
    public Task<string?> FindAsync(TenantId tenant, long evidenceId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT s.log_columns
            FROM evidence e
            JOIN source s ON s.tenant_id = e.tenant_id AND s.id = e.source_id
            WHERE e.tenant_id = @tenant AND e.id = @evidenceId
            """;
        return database.FindAsync<string?>(sql, new { tenant, evidenceId }, cancellationToken);
    }
}

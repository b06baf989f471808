using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Reads the followed logs of a tenant; those of all tenants for the one job that follows them.</summary>
public sealed class FollowedLogReader(Database.Database database)
{
    private const string Columns = """
        l.tenant_id, l.source_id, s.folder AS path, l.host, s.created_at, l.ordinal, l.read_at, l.rotated_at, l.problem, l.problem_at,
        l.loss, l.loss_at
        """;

    /// <summary>Every followed log of the installation; those of archived tenants only when asked for.</summary>
    public Task<IReadOnlyList<FollowedLogRow>> ListAllAsync(bool withArchived, CancellationToken cancellationToken) =>
        database.ListAsync<FollowedLogRow>(
            $"""
            SELECT {Columns} FROM followed_log l
            JOIN source s ON s.tenant_id = l.tenant_id AND s.id = l.source_id
            JOIN tenant t ON t.tenant_id = l.tenant_id
            WHERE s.folder IS NOT NULL AND (@withArchived OR t.state <> 'Archived')
            ORDER BY l.tenant_id, l.source_id
            """,
            new { withArchived },
            cancellationToken);

    /// <returns>Null when the tenant follows no log by this source, or no longer.</returns>
    public Task<FollowedLogRow?> FindAsync(TenantId tenant, long sourceId, CancellationToken cancellationToken) =>
        database.FindAsync<FollowedLogRow>(
            $"""
            SELECT {Columns} FROM followed_log l
            JOIN source s ON s.tenant_id = l.tenant_id AND s.id = l.source_id
            WHERE l.tenant_id = @tenant AND l.source_id = @sourceId
            """,
            new { tenant, sourceId },
            cancellationToken);

    /// <summary>The files that were behind the path, the newest first: at most the one that is read and the one before.</summary>
    public Task<IReadOnlyList<LogGenerationRow>> GenerationsAsync(TenantId tenant, long sourceId, CancellationToken cancellationToken) =>
        database.ListAsync<LogGenerationRow>(
            """
            SELECT number, file, device, inode, fingerprint, fingerprint_size, position, size, modified_at
            FROM log_generation
            WHERE tenant_id = @tenant AND source_id = @sourceId
            ORDER BY number DESC
            """,
            new { tenant, sourceId },
            cancellationToken);
}

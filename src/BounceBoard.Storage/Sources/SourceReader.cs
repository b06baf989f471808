using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Reads the sources of a tenant; the drop folders over all tenants, since one job walks them all.</summary>
public sealed class SourceReader(Database.Database database)
{
    private const string Columns = "s.tenant_id, s.id, s.name, s.kind, s.folder, s.created_at, s.silent_after_hours, s.silent_since";

    /// <summary>All sources of the tenant by name.</summary>
    public Task<IReadOnlyList<SourceRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<SourceRow>(
            $"""SELECT {Columns} FROM source s WHERE s.tenant_id = @tenant ORDER BY s.name""", new { tenant }, cancellationToken);

    public Task<SourceRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<SourceRow>(
            $"""SELECT {Columns} FROM source s WHERE s.tenant_id = @tenant AND s.id = @id""", new { tenant, id }, cancellationToken);

    public Task<SourceRow?> FindByNameAsync(TenantId tenant, string name, CancellationToken cancellationToken) =>
        database.FindAsync<SourceRow>(
            $"""SELECT {Columns} FROM source s WHERE s.tenant_id = @tenant AND s.name = @name""", new { tenant, name }, cancellationToken);

    /// <summary>The sources that were found silent, by name.</summary>
    public Task<IReadOnlyList<SourceRow>> ListSilentAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<SourceRow>(
            $"""SELECT {Columns} FROM source s WHERE s.tenant_id = @tenant AND s.silent_since IS NOT NULL ORDER BY s.name""",
            new { tenant },
            cancellationToken);

    /// <summary>Every source of the installation whose silence somebody wants to hear of, those of archived tenants aside, with its last word.</summary>
    public Task<IReadOnlyList<WatchedSourceRow>> ListWatchedAsync(CancellationToken cancellationToken) =>
        database.ListAsync<WatchedSourceRow>(
            """
            SELECT s.tenant_id, s.id, s.name, s.silent_after_hours, s.silent_since, COALESCE(c.last_at, s.created_at) AS last_at
            FROM source s
            JOIN tenant t ON t.tenant_id = s.tenant_id
            LEFT JOIN intake_count c ON c.tenant_id = s.tenant_id AND c.source_id = s.id
            WHERE s.silent_after_hours IS NOT NULL AND t.state <> 'Archived'
            """,
            null,
            cancellationToken);

    /// <summary>Every drop folder of the installation; those of archived tenants only when asked for.</summary>
    public Task<IReadOnlyList<SourceRow>> ListDropFoldersAsync(bool withArchived, CancellationToken cancellationToken) =>
        database.ListAsync<SourceRow>(
            $"""
            SELECT {Columns} FROM source s
            JOIN tenant t ON t.tenant_id = s.tenant_id
            WHERE s.kind = 'DropFolder' AND (@withArchived OR t.state <> 'Archived')
            ORDER BY s.tenant_id, s.id
            """,
            new { withArchived },
            cancellationToken);
}

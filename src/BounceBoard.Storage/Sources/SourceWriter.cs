using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Adds and removes sources.</summary>
public sealed class SourceWriter
{
    public Task AddAsync(TenantId tenant, SourceRow source, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO source (tenant_id, id, name, kind, folder, created_at, silent_after_hours)
            VALUES (@tenant, @Id, @Name, @Kind, @Folder, @CreatedAt, @SilentAfterHours)
            """,
            new { tenant, source.Id, source.Name, Kind = source.Kind.ToString(), source.Folder, source.CreatedAt, source.SilentAfterHours },
            cancellationToken);

    /// <summary>Removes a source that never brought anything; evidence keeps the name of where it came from.</summary>
    /// <returns>False when the tenant has no such source or evidence came by it.</returns>
    public async Task<bool> RemoveUnusedAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            DELETE FROM source
            WHERE tenant_id = @tenant AND id = @id
              AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.tenant_id = @tenant AND e.source_id = @id)
              AND NOT EXISTS (SELECT 1 FROM intake n WHERE n.tenant_id = @tenant AND n.source_id = @id)
            """,
            new { tenant, id },
            cancellationToken) == 1;

    /// <summary>Points a drop folder or a followed log elsewhere; null stops the watch and keeps the source's history.</summary>
    /// <returns>False when the tenant has no such source.</returns>
    public async Task<bool> SetFolderAsync(
        TenantId tenant, long id, string? folder, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE source SET folder = @folder WHERE tenant_id = @tenant AND id = @id AND kind IN ('DropFolder', 'LogFile')""",
            new { tenant, id, folder },
            cancellationToken) == 1;

    /// <summary>Sets after how many hours it counts as silent; null ends the watch, and the alarm with it.</summary>
    public Task SetSilentAfterAsync(TenantId tenant, long id, int? hours, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE source SET silent_after_hours = @hours, silent_since = CASE WHEN @isWatched THEN silent_since END
            WHERE tenant_id = @tenant AND id = @id
            """,
            new { tenant, id, hours, isWatched = hours is not null },
            cancellationToken);

    /// <summary>Raises the alarm of a silent source, or takes it back.</summary>
    /// <param name="since">Null when it was heard again.</param>
    /// <returns>False when another node was faster.</returns>
    public async Task<bool> TrySetSilentAsync(
        TenantId tenant, long id, DateTimeOffset? since, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE source SET silent_since = @since
            WHERE tenant_id = @tenant AND id = @id AND silent_after_hours IS NOT NULL AND (silent_since IS NULL) = @isSilent
            """,
            new { tenant, id, since, isSilent = since is not null },
            cancellationToken) == 1;
}

using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Sources;

/// <summary>Keeps how far a followed log was read; every step is a compare-and-set, so that of two nodes that read the same lines one files them.</summary>
public sealed class FollowedLogWriter
{
    public Task AddAsync(TenantId tenant, long sourceId, string? host, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """INSERT INTO followed_log (tenant_id, source_id, host, ordinal) VALUES (@tenant, @sourceId, @host, 0)""",
            new { tenant, sourceId, host },
            cancellationToken);

    /// <summary>Begins the next file behind the path, and forgets those before the last one.</summary>
    /// <param name="rotatedAt">Null for the first.</param>
    /// <returns>False when another node was faster, or the log is not followed any more.</returns>
    public async Task<bool> TryBeginAsync(
        TenantId tenant, long sourceId, LogGenerationRow next, DateTimeOffset? rotatedAt, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string add = """
            INSERT INTO log_generation (tenant_id, source_id, number, file, device, inode, fingerprint, fingerprint_size, position, size, modified_at)
            SELECT l.tenant_id, l.source_id, @Number, @File, @Device, @Inode, @Fingerprint, @FingerprintSize, @Position, @Size, @ModifiedAt
            FROM followed_log l
            WHERE l.tenant_id = @tenant AND l.source_id = @sourceId
            ON CONFLICT (tenant_id, source_id, number) DO NOTHING
            """;
        const string forget = """
            DELETE FROM log_generation WHERE tenant_id = @tenant AND source_id = @sourceId AND number < @Number - 1
            """;
        const string tell = """
            UPDATE followed_log SET rotated_at = @rotatedAt WHERE tenant_id = @tenant AND source_id = @sourceId
            """;
        if (await transaction.ExecuteAsync(add, Of(tenant, sourceId, next), cancellationToken) == 0)
        {
            return false;
        }
        if (rotatedAt is not null)
        {
            await transaction.ExecuteAsync(forget, new { tenant, sourceId, next.Number }, cancellationToken);
            await transaction.ExecuteAsync(tell, new { tenant, sourceId, rotatedAt }, cancellationToken);
        }
        return true;
    }

    /// <summary>One more piece is taken: the file's position moves, and the log's count with it.</summary>
    /// <param name="position">Where the piece begins.</param>
    /// <param name="next">The file after it.</param>
    /// <returns>False when somebody else took it.</returns>
    /// <exception cref="InvalidOperationException">The file does not stand at <paramref name="position"/>; the transaction must not be committed.</exception>
    public async Task<bool> TryAdvanceAsync(
        TenantId tenant, long sourceId, int ordinal, long position, LogGenerationRow next, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string count = """
            UPDATE followed_log SET ordinal = @ordinal + 1, read_at = @now, problem = NULL, problem_at = NULL
            WHERE tenant_id = @tenant AND source_id = @sourceId AND ordinal = @ordinal
            """;
        if (await transaction.ExecuteAsync(count, new { tenant, sourceId, ordinal, now }, cancellationToken) == 0)
        {
            return false;
        }
        // No piece was taken since the row was read, so the file stands where it stood; else nothing of this may be committed.
        return await TrySeeAsync(tenant, sourceId, position, next, transaction, cancellationToken)
            ? true
            : throw new InvalidOperationException($"Piece {ordinal + 1} of source {sourceId} does not begin where its file was read to.");
    }

    /// <summary>Notes what is known of a file, from where it was read to.</summary>
    /// <param name="position">Where it stood.</param>
    /// <returns>False when it stands elsewhere by now.</returns>
    public async Task<bool> TrySeeAsync(
        TenantId tenant, long sourceId, long position, LogGenerationRow seen, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE log_generation
            SET file = @File, device = @Device, inode = @Inode, fingerprint = @Fingerprint, fingerprint_size = @FingerprintSize, position = @Position,
                size = @Size, modified_at = @ModifiedAt
            WHERE tenant_id = @tenant AND source_id = @sourceId AND number = @Number AND position = @before
            """;
        return await transaction.ExecuteAsync(sql, Of(tenant, sourceId, seen, position), cancellationToken) == 1;
    }

    /// <summary>Says what keeps the log from being read; null: nothing does any more.</summary>
    public Task SetProblemAsync(
        TenantId tenant, long sourceId, string? problem, DateTimeOffset? at, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE followed_log SET problem = @problem, problem_at = @at WHERE tenant_id = @tenant AND source_id = @sourceId""",
            new { tenant, sourceId, problem, at },
            cancellationToken);

    /// <summary>Says how lines may have been lost.</summary>
    public Task SetLossAsync(TenantId tenant, long sourceId, string loss, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE followed_log SET loss = @loss, loss_at = @at WHERE tenant_id = @tenant AND source_id = @sourceId""",
            new { tenant, sourceId, loss, at },
            cancellationToken);

    /// <summary>Nothing is read any more; what came stays.</summary>
    public async Task RemoveAsync(TenantId tenant, long sourceId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(
            """DELETE FROM log_generation WHERE tenant_id = @tenant AND source_id = @sourceId""", new { tenant, sourceId }, cancellationToken);
        await transaction.ExecuteAsync(
            """DELETE FROM followed_log WHERE tenant_id = @tenant AND source_id = @sourceId""", new { tenant, sourceId }, cancellationToken);
    }

    private static object Of(TenantId tenant, long sourceId, LogGenerationRow row, long before = 0) => new
    {
        tenant,
        sourceId,
        row.Number,
        row.File,
        row.Device,
        row.Inode,
        row.Fingerprint,
        row.FingerprintSize,
        row.Position,
        row.Size,
        row.ModifiedAt,
        before,
    };
}

using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Backups;

/// <summary>Copies database and keys into a new folder while everything runs. To restore, make that folder the data directory.</summary>
public sealed class Backup(
    DatabaseCopy copy, IOptions<StorageOptions> storage, IOptions<EngineOptions> engine, InstallationAccess installation, AuditedWrite writes,
    TimeProvider time)
{
    private const string OnServer =
        "This installation keeps its rows in PostgreSQL. Back that database up with pg_dump (pg_dump --format=custom --file=FILE DATABASE) or with " +
        "your server's own backups; it holds evidence, audit logs and the keys. Keep beside it appsettings.json and, where the keys are encrypted, " +
        "the certificate that opens them.";

    /// <param name="folder">Must not exist yet; whoever reads it reads everything, so only this account may.</param>
    /// <returns>The absolute path of the folder.</returns>
    public async Task<OperationResult<string>> ToAsync(Actor actor, string folder, CancellationToken cancellationToken)
    {
        if (engine.Value.Provider == StorageProvider.PostgreSql)
        {
            return new OperationResult.Refused(OnServer);
        }
        var path = Path.GetFullPath(folder);
        if (!await installation.IsOwnerAsync(actor, cancellationToken))
        {
            return new OperationResult.Refused("Only an owner of the installation may do this.");
        }
        if (Path.Exists(path))
        {
            return new OperationResult.Refused($"'{path}' exists already. A backup goes into a new folder; name another one.");
        }
        try
        {
            await CopyAsync(new StorageOptions { DataDirectory = path }, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or System.Data.Common.DbException)
        {
            Discard(path);
            return new OperationResult.Refused($"The backup to '{path}' failed and was removed: {failure.Message}");
        }
        return await writes.InInstallationAsync<string>(
            actor,
            async scope =>
            {
                await scope.AuditAsync(TenantId.Installation, "backup", "database and keys", $"to {path}, checked", cancellationToken);
                return path;
            },
            cancellationToken);
    }

    private async Task CopyAsync(StorageOptions target, CancellationToken cancellationToken)
    {
        PrivateFolder.Ensure(target.DataDirectory);
        PrivateFolder.Ensure(target.KeysFolder);
        await copy.WriteAsync(target.DatabaseFile, time.GetUtcNow(), cancellationToken);
        if (!Directory.Exists(storage.Value.KeysFolder))
        {
            return;
        }
        foreach (var key in Directory.EnumerateFiles(storage.Value.KeysFolder))
        {
            // Keeps the file's mode, which is 0600.
            File.Copy(key, Path.Combine(target.KeysFolder, Path.GetFileName(key)));
        }
    }

    private static void Discard(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}

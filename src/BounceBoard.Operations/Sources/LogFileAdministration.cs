using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// The followed logs of a tenant. A file is a piece of the machine, which belongs to no tenant, so only owners of the installation name one: else a
/// tenant could read another's log, or the machine's.
/// </summary>
public sealed class LogFileAdministration(
    SourceReader sources, SourceWriter writer, FollowedLogReader logs, FollowedLogWriter logWriter, InstallationAccess installation,
    FollowingHost here, Database database, IOptions<StorageOptions> storage, AuditedWrite writes)
{
    /// <summary>Nodes may share the database: then a log is one machine's, or every node has it.</summary>
    public bool HasNodes => database.Dialect.Provider == StorageProvider.PostgreSql;

    /// <summary>Name of this machine.</summary>
    public string Here => here.Name;

    /// <summary>Follows a log from now on.</summary>
    /// <param name="isShared">Every node has this very file (a network folder); else it is this machine's.</param>
    /// <param name="fromBeginning">Takes what stands in it already, too.</param>
    public Task<OperationResult<SourceRow>> AddAsync(
        Actor actor, TenantId tenant, string name, string path, bool fromBeginning, bool isShared, CancellationToken cancellationToken) =>
        writes.InTenantAsync<SourceRow>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (await ProblemAsync(actor, tenant, name.Trim(), path, cancellationToken) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var row = new SourceRow
                {
                    TenantId = tenant,
                    Id = RowIds.Next(scope.Now),
                    Name = name.Trim(),
                    Kind = SourceKind.LogFile,
                    Folder = Path.GetFullPath(path),
                    CreatedAt = scope.Now,
                };
                await writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
                await logWriter.AddAsync(tenant, row.Id, HasNodes && !isShared ? here.Name : null, scope.Transaction, cancellationToken);
                if (First(row.Folder, fromBeginning) is { } first)
                {
                    await logWriter.TryBeginAsync(tenant, row.Id, first, null, scope.Transaction, cancellationToken);
                }
                var from = fromBeginning ? "from its beginning" : "from now on";
                await scope.AuditAsync("source.add", $"source {row.Name}", $"follows {row.Folder} {from}", cancellationToken);
                return row;
            },
            cancellationToken);

    /// <summary>Stops following. A source that brought evidence stays in the list without a path; another one goes.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (await sources.FindAsync(tenant, id, cancellationToken) is not { Kind: SourceKind.LogFile } source)
                {
                    return new OperationResult.Refused("There is no such followed log in this tenant. Load the list again.");
                }
                await logWriter.RemoveAsync(tenant, id, scope.Transaction, cancellationToken);
                if (!await writer.RemoveUnusedAsync(tenant, id, scope.Transaction, cancellationToken))
                {
                    await writer.SetFolderAsync(tenant, id, null, scope.Transaction, cancellationToken);
                }
                await scope.AuditAsync("source.remove", $"source {source.Name}", $"no longer follows {source.Folder}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private async Task<string?> ProblemAsync(Actor actor, TenantId tenant, string name, string path, CancellationToken cancellationToken)
    {
        if (!await installation.IsOwnerAsync(actor, cancellationToken))
        {
            return "Only an owner of the installation can name a log of the machine.";
        }
        if (await SourceNames.ProblemAsync(sources, tenant, name, cancellationToken) is { } nameProblem)
        {
            return nameProblem;
        }
        return LogPaths.Problem(path, storage.Value)
            ?? LogPaths.Taken(path, await OfThisMachineAsync(cancellationToken), await sources.ListDropFoldersAsync(withArchived: true, cancellationToken));
    }

    // The same path on another node is another file.
    private async Task<IReadOnlyList<FollowedLogRow>> OfThisMachineAsync(CancellationToken cancellationToken) =>
        [.. (await logs.ListAllAsync(withArchived: true, cancellationToken)).Where(log => log.Host is null || log.Host == here.Name)];

    // What is there now is known before the first look, so that what is written between is not missed.
    private static LogGenerationRow? First(string path, bool fromBeginning)
    {
        if (FileStat.Of(LogFolder.Real(path)) is not { IsRegular: true })
        {
            return null;
        }
        using var open = OpenLog.Open(LogFolder.Real(path));
        return open.First(1, fromBeginning ? 0 : open.LastLineEnd());
    }
}

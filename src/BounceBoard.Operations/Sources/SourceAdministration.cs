using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// The drop folders of a tenant. A folder is a piece of the machine, which belongs to no tenant, so only owners of the installation name one:
/// else a tenant could read another's files, or the machine's.
/// </summary>
public sealed class SourceAdministration(
    SourceReader sources, SourceWriter writer, FollowedLogReader logs, InstallationAccess installation, IOptions<StorageOptions> storage,
    AuditedWrite writes)
{
    private const int MostSilentHours = 24 * 31;

    private static readonly OperationResult.Refused NotThere = new("There is no such drop folder in this tenant. Load the list again.");

    /// <summary>Watches a folder from now on.</summary>
    public Task<OperationResult<SourceRow>> AddDropFolderAsync(
        Actor actor, TenantId tenant, string name, string folder, CancellationToken cancellationToken) =>
        writes.InTenantAsync<SourceRow>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (await ProblemAsync(actor, tenant, name.Trim(), folder, cancellationToken) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var row = new SourceRow
                {
                    TenantId = tenant,
                    Id = RowIds.Next(scope.Now),
                    Name = name.Trim(),
                    Kind = SourceKind.DropFolder,
                    Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)),
                    CreatedAt = scope.Now,
                };
                await writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
                await scope.AuditAsync("source.add", $"source {row.Name}", $"drop folder {row.Folder}", cancellationToken);
                return row;
            },
            cancellationToken);

    /// <summary>Stops watching. A source that brought evidence stays in the list without a folder; another one goes.</summary>
    public Task<OperationResult<Unit>> RemoveDropFolderAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (await sources.FindAsync(tenant, id, cancellationToken) is not { Kind: SourceKind.DropFolder } source)
                {
                    return NotThere;
                }
                var gone = await writer.RemoveUnusedAsync(tenant, id, scope.Transaction, cancellationToken);
                if (!gone)
                {
                    await writer.SetFolderAsync(tenant, id, null, scope.Transaction, cancellationToken);
                }
                await scope.AuditAsync(
                    "source.remove", $"source {source.Name}", gone ? $"drop folder {source.Folder}" : $"no longer watches {source.Folder}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    /// <summary>Sets after how many hours without anything a source counts as silent; null: nobody wants to hear of it.</summary>
    public Task<OperationResult<Unit>> SetSilenceAsync(Actor actor, TenantId tenant, long id, int? hours, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (hours is < 1 or > MostSilentHours)
                {
                    return new OperationResult.Refused($"Choose 1 to {MostSilentHours} hours, or no watch at all.");
                }
                if (await sources.FindAsync(tenant, id, cancellationToken) is not { } source)
                {
                    return new OperationResult.Refused("There is no such source in this tenant. Load the list again.");
                }
                await writer.SetSilentAfterAsync(tenant, id, hours, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "source.silence", $"source {source.Name}", hours is null ? "its silence is not watched" : $"counts as silent after {hours} h", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private async Task<string?> ProblemAsync(Actor actor, TenantId tenant, string name, string folder, CancellationToken cancellationToken)
    {
        if (!await installation.IsOwnerAsync(actor, cancellationToken))
        {
            return "Only an owner of the installation can name a folder of the machine.";
        }
        if (await SourceNames.ProblemAsync(sources, tenant, name, cancellationToken) is { } nameProblem)
        {
            return nameProblem;
        }
        if (DropFolders.Problem(folder, storage.Value) is { } problem)
        {
            return problem;
        }
        if ((await logs.ListAllAsync(withArchived: true, cancellationToken)).FirstOrDefault(log => DropFolders.IsIn(log.Path, folder)) is { } log)
        {
            return $"The followed log '{log.Path}' lies in the folder: it would be moved away as if it were finished.";
        }
        var watched = await sources.ListDropFoldersAsync(withArchived: true, cancellationToken);
        return watched.FirstOrDefault(source => source.Folder is { } other && DropFolders.Overlap(folder, other)) is { } taken
            ? $"The folder and '{taken.Folder}', which the source '{taken.Name}' watches, contain each other. Evidence would come in twice, or for the wrong tenant."
            : null;
    }
}

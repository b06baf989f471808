using System.Collections.Concurrent;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// Takes in what lies in the drop folders. A file is moved only after its bytes are committed, so nothing is lost: a stop in between offers it once
/// more, and it folds as a duplicate. Nothing is ever deleted. Nodes that share a folder take turns; a folder that a node does not have is others' work.
/// </summary>
public sealed partial class DropFolderSweep(
    SourceReader sources, SourceClaimWriter claims, EvidenceIntake intake, Database database, TimeProvider time, ILogger<DropFolderSweep> logger)
{
    /// <summary>Files of one folder per sweep: a full folder must not starve the others.</summary>
    private const int MostPerSweep = 500;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // Said once, not every ten seconds: on several nodes it is the usual state.
    private readonly ConcurrentDictionary<(TenantId Tenant, long Source), bool> _missing = new();

    /// <summary>Sweeps every drop folder of the active tenants.</summary>
    /// <returns>Number of files that were taken in.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var source in await sources.ListDropFoldersAsync(withArchived: false, cancellationToken))
        {
            if (source.Folder is not { } path)
            {
                continue;
            }

            if (!Directory.Exists(path))
            {
                TellMissing(source);
                continue;
            }

            _missing.TryRemove((source.TenantId, source.Id), out _);
            taken += await SweepAsync(source, DropFolder.Of(path), cancellationToken);
        }

        return taken;
    }

    private async Task<int> SweepAsync(SourceRow source, DropFolder folder, CancellationToken cancellationToken)
    {
        // An empty folder costs no claim.
        if (folder.Waiting(time.GetUtcNow()).Count == 0
            || await SourceClaim.TryTakeAsync(database, claims, (source.TenantId, source.Id), Lease, time, cancellationToken) is not { } claim)
        {
            return 0;
        }

        try
        {
            return await SweepAsync(source, folder, claim, cancellationToken);
        }
        finally
        {
            await claim.EndAsync(CancellationToken.None);
        }
    }

    private async Task<int> SweepAsync(SourceRow source, DropFolder folder, SourceClaim claim, CancellationToken cancellationToken)
    {
        var taken = 0;
        // Listed again: the node before may have taken some.
        foreach (var file in folder.Waiting(time.GetUtcNow()).Take(MostPerSweep))
        {
            if (!await claim.TryKeepAsync(cancellationToken))
            {
                break;
            }

            taken += await TakeAsync(source, folder, file, cancellationToken) ? 1 : 0;
        }

        return taken;
    }

    private async Task<bool> TakeAsync(SourceRow source, DropFolder folder, FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using (var input = file.OpenRead())
            {
                // Strangers write to a mailbox through its mail server; a log gets into a folder by the machine's own hand only.
                var result = await intake.ReceiveAsync(
                    source.TenantId, source.Id, file.Name, input, item => !folder.IsMaildir && item.Kind == EvidenceKind.Log, Actor.System, null,
                    cancellationToken);
                if (result.Refused is not null)
                {
                    return false;
                }
            }

            folder.MoveImported(file);
            return true;
        }
        catch (FileNotFoundException)
        {
            // Another node or the mail server was faster.
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(logger, source.TenantId.Value, source.Id, problem.GetType().Name);
            folder.TryMoveFailed(file);
            return false;
        }
    }

    private void TellMissing(SourceRow source)
    {
        if (_missing.TryAdd((source.TenantId, source.Id), true))
        {
            LogMissing(logger, source.TenantId.Value, source.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of source {Source} (tenant {Tenant}) is not on this machine; nothing is taken in from it here.")]
    private static partial void LogMissing(ILogger logger, long tenant, long source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of source {Source} (tenant {Tenant}) could not be read: {Kind}.")]
    private static partial void LogUnreadable(ILogger logger, long tenant, long source, string kind);
}

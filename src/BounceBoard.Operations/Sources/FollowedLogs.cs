using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>Says how a followed log stands.</summary>
public sealed class FollowedLogs(FollowedLogReader logs, FollowingHost here)
{
    /// <returns>Null when the tenant follows no log by this source, or no longer.</returns>
    public async Task<FollowedLogView?> LookAsync(TenantId tenant, long sourceId, CancellationToken cancellationToken)
    {
        if (await logs.FindAsync(tenant, sourceId, cancellationToken) is not { } log)
        {
            return null;
        }
        var file = await logs.GenerationsAsync(tenant, sourceId, cancellationToken) is [var newest, ..] ? newest : null;
        var isOurs = log.Host is null || log.Host == here.Name;
        var seen = isOurs && file is not null && FileStat.Of(file.File) is { } stat && stat.Inode == file.Inode ? stat : null;
        return new FollowedLogView(log, file, seen?.Size ?? file?.Size, seen is not null);
    }
}

using System.Data.Common;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>
/// Tells a restored or copied database from the one that sent, and freezes its unfinished batches: what they plan may have been sent after the copy was made.
/// Asked at the start and before every sending.
/// </summary>
public sealed partial class SendingIdentity
{
    private readonly SendingIdentityReader _reader;
    private readonly SendingIdentityWriter _writer;
    private readonly IdentityFile _file;
    private readonly TenantReader _tenants;
    private readonly Database _database;
    private readonly ChangeFeed _changes;
    private readonly TimeProvider _time;
    private readonly ILogger<SendingIdentity> _logger;

    internal SendingIdentity(
        SendingIdentityReader reader, SendingIdentityWriter writer, IdentityFile file, TenantReader tenants, Database database, ChangeFeed changes, TimeProvider time,
        ILogger<SendingIdentity> logger) =>
        (_reader, _writer, _file, _tenants, _database, _changes, _time, _logger) = (reader, writer, file, tenants, database, changes, time, logger);

    /// <returns>Batches that were frozen because the database is a restored or copied one; 0 when it is not.</returns>
    public async Task<int> EnsureAsync(CancellationToken cancellationToken)
    {
        if (await IsKnownAsync(cancellationToken))
        {
            return 0;
        }
        var tenants = await _tenants.ListAsync(cancellationToken);
        var frozen = await _database.WriteAsync(
            async transaction =>
            {
                // Another process of this installation may have been faster.
                if (await IsKnownAsync(cancellationToken))
                {
                    return 0;
                }
                var count = 0;
                foreach (var tenant in tenants)
                {
                    count += await _writer.FreezeAsync(tenant.Id, _time.GetUtcNow(), transaction, cancellationToken);
                }
                var identity = _reader.IsOnServer ? await OnServerAsync(cancellationToken) : _file.Renew();
                await _writer.SaveAsync(identity, transaction, cancellationToken);
                return count;
            },
            cancellationToken);
        if (frozen > 0)
        {
            LogFrozen(frozen);
        }
        foreach (var tenant in tenants)
        {
            _changes.Publish(tenant.Id, ChangeKind.Retries);
        }
        return frozen;
    }

    private async Task<bool> IsKnownAsync(CancellationToken cancellationToken) =>
        await _reader.FindAsync(cancellationToken) is { CopiedAt: null } row
        && row.Identity == (_reader.IsOnServer ? await OnServerAsync(cancellationToken) : _file.Read());

    private async Task<string> OnServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.OnServerAsync(true, cancellationToken);
        }
        catch (DbException refused) when (refused.SqlState is "42501" or "42883" or "0A000")
        {
            // Insufficient privilege, no such function, or not supported: servers that somebody else runs.
            LogPartly(refused.SqlState);
            return await _reader.OnServerAsync(false, cancellationToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This database is a restored or copied one: {Batches} unfinished batches of retries are frozen until an owner confirms each.")]
    private partial void LogFrozen(int batches);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The server does not tell which cluster it is ({State}): a copy of this database in another cluster may not be recognised. Grant EXECUTE on pg_control_system().")]
    private partial void LogPartly(string? state);
}

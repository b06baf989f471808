using System.Globalization;
using BounceBoard.Core.Audit;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// Raises an alarm when a source that is watched has given nothing for too long, and takes it back when it is heard again; both stand in the audit
/// log. May run at any time on any node: of two that see the same silence, one writes it.
/// </summary>
public sealed partial class SourceWatch
{
    private readonly SourceReader _sources;
    private readonly SourceWriter _writer;
    private readonly WebhookWriter _webhooks;
    private readonly AuditWriter _audit;
    private readonly AlertOutbox _alerts;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<SourceWatch> _logger;

    internal SourceWatch(
        SourceReader sources, SourceWriter writer, WebhookWriter webhooks, AuditWriter audit, AlertOutbox alerts, Database database, TimeProvider time,
        ILogger<SourceWatch> logger) =>
        (_sources, _writer, _webhooks, _audit, _alerts, _database, _time, _logger) = (sources, writer, webhooks, audit, alerts, database, time, logger);

    /// <returns>Number of sources that fell silent or were heard again.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var changed = 0;
        foreach (var source in await _sources.ListWatchedAsync(cancellationToken))
        {
            var isSilent = now - source.LastAt >= TimeSpan.FromHours(source.SilentAfterHours);
            if (isSilent == source.SilentSince is null && await TellAsync(source, isSilent, now, cancellationToken))
            {
                changed++;
            }
        }
        await _database.WriteAsync(
            Turn.Open, transaction => _webhooks.ForgetAsync(now - WebhookTimes.Remembered, transaction, cancellationToken), cancellationToken);
        return changed;
    }

    private async Task<bool> TellAsync(WatchedSourceRow source, bool isSilent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = string.Create(CultureInfo.InvariantCulture, $"last heard {source.LastAt.UtcDateTime:yyyy-MM-dd HH:mm}Z; silent after {source.SilentAfterHours} h");
        var entry = new AuditEntry(now, Actor.System.Name, Actor.System.Via, isSilent ? "source.silent" : "source.heard", $"source {source.Name}", last);
        var isWritten = await _database.WriteAsync(
            Turn.Of(source.TenantId),
            async transaction =>
            {
                if (!await _writer.TrySetSilentAsync(source.TenantId, source.Id, isSilent ? now : null, transaction, cancellationToken))
                {
                    return false;
                }
                await _audit.AppendAsync(source.TenantId, entry, transaction, cancellationToken);
                if (isSilent)
                {
                    await _alerts.SilentAsync(source.TenantId, source.Id, now, transaction, cancellationToken);
                }
                return true;
            },
            cancellationToken);
        if (isWritten && isSilent)
        {
            LogSilent(_logger, source.TenantId.Value, source.Id, source.SilentAfterHours);
        }
        return isWritten;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} (tenant {Tenant}) has given nothing for {Hours} hours.")]
    private static partial void LogSilent(ILogger logger, long tenant, long source, int hours);
}

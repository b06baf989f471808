using System.Collections.Concurrent;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// Follows the logs of all tenants. Where a log was read to stands in the database beside the lines themselves, so a kill at any moment loses nothing
/// and files nothing twice. Nodes that see the same file take turns; what a node does not have is others' work.
/// </summary>
public sealed partial class LogFollowing
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly FollowedLogReader _logs;
    private readonly SourceClaimWriter _claims;
    private readonly LogTurn _turn;
    private readonly LogFiling _filing;
    private readonly EvidenceParsing _parsing;
    private readonly VerdictDesk _desk;
    private readonly Database _database;
    private readonly FollowingHost _here;
    private readonly TimeProvider _time;
    private readonly ILogger<LogFollowing> _log;

    // Said once, not every two seconds: on several nodes it is the usual state.
    private readonly ConcurrentDictionary<(TenantId Tenant, long Source), bool> _missing = new();

    internal LogFollowing(
        FollowedLogReader logs, SourceClaimWriter claims, LogTurn turn, LogFiling filing, EvidenceParsing parsing, VerdictDesk desk, Database database,
        FollowingHost here, TimeProvider time, ILogger<LogFollowing> log) =>
        (_logs, _claims, _turn, _filing, _parsing, _desk, _database, _here, _time, _log) =
            (logs, claims, turn, filing, parsing, desk, database, here, time, log);

    /// <summary>Takes what has grown, the logs in turns, until none gives a whole share any more.</summary>
    /// <returns>Number of pieces that were taken.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        var waiting = new Queue<FollowedLogRow>(await _logs.ListAllAsync(withArchived: false, cancellationToken));
        while (waiting.TryDequeue(out var log))
        {
            var pieces = await TurnAsync(log, cancellationToken);
            taken += pieces;
            if (pieces >= LogTurn.Share && await _logs.FindAsync(log.TenantId, log.SourceId, cancellationToken) is { } again)
            {
                waiting.Enqueue(again);
            }
        }
        return taken;
    }

    private async Task<int> TurnAsync(FollowedLogRow log, CancellationToken cancellationToken)
    {
        if ((log.Host is not null && log.Host != _here.Name) || IsElsewhere(log))
        {
            return 0;
        }
        var generations = await _logs.GenerationsAsync(log.TenantId, log.SourceId, cancellationToken);
        // A log at rest costs no claim.
        if (!MayTake(log, generations)
            || await SourceClaim.TryTakeAsync(_database, _claims, (log.TenantId, log.SourceId), Lease, _time, cancellationToken) is not { } claim)
        {
            return 0;
        }
        try
        {
            return await TurnAsync(log.TenantId, log.SourceId, claim, cancellationToken);
        }
        finally
        {
            await claim.EndAsync(CancellationToken.None);
        }
    }

    private async Task<int> TurnAsync(TenantId tenant, long source, SourceClaim claim, CancellationToken cancellationToken)
    {
        // Read again: the node before may have taken some.
        if (await _logs.FindAsync(tenant, source, cancellationToken) is not { } log)
        {
            return 0;
        }
        try
        {
            var state = await _turn.RunAsync(
                log, await _logs.GenerationsAsync(tenant, source, cancellationToken), () => AfterPieceAsync(tenant, claim, cancellationToken), cancellationToken);
            if (state is { Taken: > 0 })
            {
                await _desk.WorkAsync(tenant, cancellationToken);
            }
            return state?.Taken ?? 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var text = problem is UnauthorizedAccessException ? LogProblems.Unreadable : LogProblems.Failed(problem.Message);
            LogUnreadable(_log, tenant.Value, source, problem.GetType().Name);
            await _filing.ProblemAsync(log, text, cancellationToken);
            return 0;
        }
    }

    // The pieces of a log are parsed in their order, whoever parses: what cannot be parsed now is due for the next worker.
    private async Task AfterPieceAsync(TenantId tenant, SourceClaim claim, CancellationToken cancellationToken)
    {
        await _parsing.WorkAsync(tenant, cancellationToken);
        await claim.TryKeepAsync(cancellationToken);
    }

    private bool MayTake(FollowedLogRow log, IReadOnlyList<LogGenerationRow> generations)
    {
        try
        {
            return FollowRule.MayTake(log, generations, _time.GetUtcNow());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The turn meets the same and writes it down.
            return true;
        }
    }

    // A log that any node may have, and this one has not: its absence is no problem to write down.
    private bool IsElsewhere(FollowedLogRow log)
    {
        if (log.Host is not null || _database.Dialect.Provider == StorageProvider.Sqlite || Path.Exists(log.Path))
        {
            _missing.TryRemove((log.TenantId, log.SourceId), out _);
            return false;
        }
        if (_missing.TryAdd((log.TenantId, log.SourceId), true))
        {
            LogMissing(_log, log.TenantId.Value, log.SourceId);
        }
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log of source {Source} (tenant {Tenant}) is not on this machine; it is not followed here.")]
    private static partial void LogMissing(ILogger logger, long tenant, long source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log of source {Source} (tenant {Tenant}) could not be read: {Kind}.")]
    private static partial void LogUnreadable(ILogger logger, long tenant, long source, string kind);
}

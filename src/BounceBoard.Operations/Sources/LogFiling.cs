using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// Writes what following comes to. A piece and the position behind it are committed together, or neither is: after a kill at any moment nothing is
/// missing and nothing was filed twice, and of two nodes that read the same lines one files them.
/// </summary>
internal sealed class LogFiling(Database database, FollowedLogWriter logs, EvidenceWriter evidence, TimeProvider time)
{
    /// <param name="from">The file before the piece.</param>
    /// <param name="next">The file after it.</param>
    /// <returns>The log after it; null when another node took the lines, or the log is not followed any more.</returns>
    public async Task<FollowedLogRow?> TakeAsync(
        FollowedLogRow log, LogGenerationRow from, LogGenerationRow next, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // The machine's own log: nobody but its programs writes to it. Left for the parser, which keeps the pieces of a log in their order.
        var item = new NewEvidence(
            log.SourceId, Path.GetFileName(log.Path), EvidenceKind.Log, PackedContent.Of(lines.Span), FollowedStreams.Of(log.SourceId), log.Ordinal + 1,
            Verified: true, now, Quarantine: null);
        var isTaken = await database.WriteAsync(
            Turn.Of(log.TenantId),
            async transaction =>
            {
                if (!await logs.TryAdvanceAsync(log.TenantId, log.SourceId, log.Ordinal, from.Position, next, now, transaction, cancellationToken))
                {
                    return false;
                }
                await evidence.ReceiveAsync(log.TenantId, item, transaction, cancellationToken);
                return true;
            },
            cancellationToken);
        return isTaken ? log with { Ordinal = log.Ordinal + 1, ReadAt = now, Problem = null, ProblemAt = null } : null;
    }

    /// <summary>Begins with the next file behind the path.</summary>
    /// <param name="loss">How lines of the one before may have been lost; null when none were.</param>
    /// <returns>False when another node was faster.</returns>
    public Task<bool> BeginAsync(FollowedLogRow log, LogGenerationRow next, string? loss, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(log.TenantId),
            async transaction =>
            {
                var now = time.GetUtcNow();
                if (!await logs.TryBeginAsync(log.TenantId, log.SourceId, next, next.Number > 1 ? now : null, transaction, cancellationToken))
                {
                    return false;
                }
                await logs.SetProblemAsync(log.TenantId, log.SourceId, null, null, transaction, cancellationToken);
                if (loss is not null)
                {
                    await logs.SetLossAsync(log.TenantId, log.SourceId, loss, now, transaction, cancellationToken);
                }
                return true;
            },
            cancellationToken);

    /// <summary>Notes that all whole lines of the file are taken.</summary>
    public Task SeeAsync(FollowedLogRow log, LogGenerationRow seen, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(log.TenantId),
            transaction => logs.TrySeeAsync(log.TenantId, log.SourceId, seen.Position, seen, transaction, cancellationToken),
            cancellationToken);

    /// <summary>Says what keeps the log from being read, once.</summary>
    public Task ProblemAsync(FollowedLogRow log, string? problem, CancellationToken cancellationToken) =>
        problem == log.Problem
            ? Task.CompletedTask
            : database.WriteAsync(
                Turn.Of(log.TenantId),
                transaction => logs.SetProblemAsync(
                    log.TenantId, log.SourceId, problem, problem is null ? null : time.GetUtcNow(), transaction, cancellationToken),
                cancellationToken);

    public Task LossAsync(FollowedLogRow log, string loss, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(log.TenantId),
            transaction => logs.SetLossAsync(log.TenantId, log.SourceId, loss, time.GetUtcNow(), transaction, cancellationToken),
            cancellationToken);
}

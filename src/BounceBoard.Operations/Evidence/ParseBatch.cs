using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Parses items so that one that fails never holds up the others. This is the job boundary of parsing: each item is a job of its own, its attempts
/// are counted before it is looked at, and after three it is quarantined with its reason, even when it takes the whole process down.
/// </summary>
internal sealed partial class ParseBatch(
    Database database, EvidenceWriter writer, ParseStep step, TimeProvider time, ILogger<ParseBatch> logger)
{
    public const int MostAttempts = 3;

    public async Task<IReadOnlyList<ParsedEvidence>> ParseAsync(
        IReadOnlyList<DueEvidenceRow> waiting, ParseRun run, CancellationToken cancellationToken)
    {
        var results = new List<ParsedEvidence>(waiting.Count);
        while (results.Count < waiting.Count)
        {
            // Mails that never failed share a transaction; what failed before goes alone, so that it cannot count against its neighbours,
            // and so does a piece of a log, which may hold tens of thousands of lines.
            var rest = waiting.Skip(results.Count).ToList();
            var together = rest.TakeWhile(row => row.Attempts == 0 && row.Kind != EvidenceKind.Log).ToList();
            results.AddRange(together.Count > 0
                ? await TogetherAsync(together, run, cancellationToken)
                : [await AloneAsync(rest[0], run, cancellationToken)]);
        }

        return results;
    }

    private async Task<IReadOnlyList<ParsedEvidence>> TogetherAsync(
        List<DueEvidenceRow> rows, ParseRun run, CancellationToken cancellationToken)
    {
        var done = false;
        try
        {
            await CountAttemptsAsync(rows, cancellationToken);
            var parsed = await step.ParseAsync(rows, run, cancellationToken);
            done = true;
            return parsed;
        }
        catch (Exception problem) when (ItemFault.IsIn(problem) is true)
        {
            LogApart(logger, rows.Count, problem.GetType().Name);
        }
        finally
        {
            if (!done)
            {
                // The attempt of the whole batch says nothing of its items.
                await ForgetAttemptsAsync(rows, CancellationToken.None);
            }
        }

        var results = new List<ParsedEvidence>(rows.Count);
        foreach (var row in rows)
        {
            results.Add(await AloneAsync(row, run, cancellationToken));
        }

        return results;
    }

    private async Task<ParsedEvidence> AloneAsync(DueEvidenceRow row, ParseRun run, CancellationToken cancellationToken)
    {
        if (row.Attempts >= MostAttempts)
        {
            return await QuarantineAsync(row, "Reading it ended the program three times.", cancellationToken);
        }

        try
        {
            await CountAttemptsAsync([row], cancellationToken);
            return (await step.ParseAsync([row], run, cancellationToken))[0];
        }
        catch (Exception problem) when (ItemFault.IsIn(problem) is true)
        {
            // The kind of the fault only: its message may quote the mail.
            LogFailed(logger, row.Id, row.Attempts + 1, problem.GetType().Name);
            return row.Attempts + 1 < MostAttempts
                ? new ParsedEvidence(row.Id, EvidenceState.Received, 0, null)
                : await QuarantineAsync(row, $"It could not be processed in three attempts ({problem.GetType().Name}).", cancellationToken);
        }
        catch (Exception problem) when (ItemFault.IsIn(problem) is false)
        {
            await ForgetAttemptsAsync([row], CancellationToken.None);
            throw;
        }
    }

    private async Task<ParsedEvidence> QuarantineAsync(DueEvidenceRow row, string reason, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            transaction => writer.TryQuarantineAsync(row.TenantId, row.Id, reason, time.GetUtcNow(), transaction, cancellationToken),
            cancellationToken);
        return new ParsedEvidence(row.Id, EvidenceState.Quarantined, 0, reason);
    }

    private Task CountAttemptsAsync(IReadOnlyList<DueEvidenceRow> rows, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                foreach (var row in rows)
                {
                    await writer.BeginAttemptAsync(row.TenantId, row.Id, transaction, cancellationToken);
                }
            },
            cancellationToken);

    private Task ForgetAttemptsAsync(IReadOnlyList<DueEvidenceRow> rows, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                foreach (var row in rows)
                {
                    await writer.ForgetAttemptAsync(row.TenantId, row.Id, transaction, cancellationToken);
                }
            },
            cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} items failed ({Kind}); each is tried alone.")]
    private static partial void LogApart(ILogger logger, int count, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Evidence {Id} failed at attempt {Attempt}: {Kind}.")]
    private static partial void LogFailed(ILogger logger, long id, int attempt, string kind);
}

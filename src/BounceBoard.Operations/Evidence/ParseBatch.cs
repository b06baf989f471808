using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Parses claimed items so that one that fails never holds up the others. This is the job boundary of parsing: each item is a job of its own, its claim
/// counted the attempt before it is looked at, and after three it is quarantined with its reason, even when it takes the whole process down.
/// </summary>
internal sealed partial class ParseBatch(
    Database database, EvidenceWriter writer, EvidenceClaims claims, ParseStep step, TimeProvider time, ILogger<ParseBatch> logger)
{
    public const int MostAttempts = 3;

    /// <param name="claimed">Rows of one tenant, held by the caller.</param>
    public async Task<IReadOnlyList<ParsedEvidence>> ParseAsync(
        IReadOnlyList<DueEvidenceRow> claimed, ParseRun run, CancellationToken cancellationToken)
    {
        var results = new List<ParsedEvidence>(claimed.Count);
        try
        {
            while (results.Count < claimed.Count)
            {
                // Mails that never failed share a transaction.
                var rest = claimed.Skip(results.Count).ToList();
                var together = rest.TakeWhile(row => !row.GoesAlone).ToList();
                if (together.Count == 0)
                {
                    results.Add(await AloneAsync(rest[0], run, cancellationToken));
                }
                else if (!await TryTogetherAsync(together, run, results, cancellationToken))
                {
                    await EachAloneAsync(together, run, results, cancellationToken);
                }
            }

            return results;
        }
        finally
        {
            if (results.Count < claimed.Count)
            {
                // Whatever ended this, it says nothing of those that were not worked to the end.
                await claims.GiveBackAsync([.. claimed.Skip(results.Count)], CancellationToken.None);
            }
        }
    }

    private async Task<bool> TryTogetherAsync(
        List<DueEvidenceRow> rows, ParseRun run, List<ParsedEvidence> results, CancellationToken cancellationToken)
    {
        try
        {
            results.AddRange(await step.ParseAsync(rows, run, cancellationToken));
            return true;
        }
        catch (Exception problem) when (ItemFault.IsIn(problem) is true)
        {
            // The failure of a batch says nothing of its items.
            LogApart(logger, rows.Count, problem.GetType().Name);
            return false;
        }
    }

    private async Task EachAloneAsync(
        List<DueEvidenceRow> rows, ParseRun run, List<ParsedEvidence> results, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            results.Add(await AloneAsync(row, run, cancellationToken));
        }
    }

    private async Task<ParsedEvidence> AloneAsync(DueEvidenceRow row, ParseRun run, CancellationToken cancellationToken)
    {
        if (row.Attempts > MostAttempts)
        {
            return await QuarantineAsync(row, "Reading it ended the program three times.", cancellationToken);
        }

        try
        {
            return (await step.ParseAsync([row], run, cancellationToken))[0];
        }
        catch (Exception problem) when (ItemFault.IsIn(problem) is true)
        {
            // The kind of the fault only: its message may quote the mail.
            LogFailed(logger, row.Id, row.Attempts, problem.GetType().Name);
            if (row.Attempts >= MostAttempts)
            {
                return await QuarantineAsync(row, $"It could not be processed in three attempts ({problem.GetType().Name}).", cancellationToken);
            }

            await claims.PauseAsync(row, cancellationToken);
            return new ParsedEvidence(row.Id, EvidenceState.Received, 0, null);
        }
    }

    private async Task<ParsedEvidence> QuarantineAsync(DueEvidenceRow row, string reason, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            Turn.Of(row.TenantId),
            transaction => writer.TryQuarantineAsync(row.TenantId, row.Id, reason, time.GetUtcNow(), transaction, cancellationToken),
            cancellationToken);
        return new ParsedEvidence(row.Id, EvidenceState.Quarantined, 0, reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} items failed ({Kind}); each is tried alone.")]
    private static partial void LogApart(ILogger logger, int count, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Evidence {Id} failed at attempt {Attempt}: {Kind}.")]
    private static partial void LogFailed(ILogger logger, long id, int attempt, string kind);
}

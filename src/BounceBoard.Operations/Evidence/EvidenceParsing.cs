using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Turns waiting evidence into facts and verdicts. Everything due stands in the tables, so a run that was killed is taken up by the next one:
/// evidence in state Received, incidents with a decision due.
/// </summary>
public sealed class EvidenceParsing : IDisposable
{
    private const int Batch = 64;

    // New domains are looked up while a person waits for the upload; slower answers move the verdict later.
    private static readonly TimeSpan LookTime = TimeSpan.FromSeconds(4);

    private readonly DueEvidenceReader _due;
    private readonly ParseBatch _batch;
    private readonly VerdictDesk _desk;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _time;

    // One run at a time in a process keeps pieces of a log in order and saves double work; the compare-and-set on the state decides.
    private readonly SemaphoreSlim _gate = new(1, 1);

    internal EvidenceParsing(DueEvidenceReader due, ParseBatch batch, VerdictDesk desk, ChangeFeed feed, TimeProvider time) =>
        (_due, _batch, _desk, _feed, _time) = (due, batch, desk, feed, time);

    /// <summary>Parses all that waits and decides all that is due.</summary>
    /// <returns>Number of items that no longer wait.</returns>
    public async Task<int> ParseDueAsync(CancellationToken cancellationToken)
    {
        var run = NewRun();
        var (done, after) = (0, 0L);
        while (await _due.ListAsync(Batch, after, cancellationToken) is { Count: > 0 } waiting)
        {
            after = waiting[^1].Id;
            done += (await ParseAsync(waiting, run, cancellationToken)).Count(item => item.State != Core.Evidence.EvidenceState.Received);
        }

        await FinishAsync(run, cancellationToken);
        await _desk.DecideDueAsync(cancellationToken);
        return done;
    }

    public void Dispose() => _gate.Dispose();

    internal ParseRun NewRun() => new(_time.GetUtcNow() + LookTime);

    internal async Task<IReadOnlyList<ParsedEvidence>> ParseAsync(
        IReadOnlyList<DueEvidenceRow> waiting, ParseRun run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var parsed = await _batch.ParseAsync(waiting, run, cancellationToken);
            foreach (var tenant in waiting.Select(row => row.TenantId).Distinct())
            {
                _feed.Publish(tenant, ChangeKind.Evidence);
                _feed.Publish(tenant, ChangeKind.Incidents);
            }

            return parsed;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Decides the incidents that got new facts.</summary>
    internal async Task FinishAsync(ParseRun run, CancellationToken cancellationToken)
    {
        foreach (var (tenant, incident) in run.Incidents)
        {
            await _desk.DecideAsync(tenant, incident, cancellationToken);
        }

        run.Incidents.Clear();
    }
}

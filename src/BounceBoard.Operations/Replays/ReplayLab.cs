using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Replays;

namespace BounceBoard.Operations.Replays;

/// <summary>
/// Judges a past range again under the rules of today, each incident by what was known when its verdict in force at the end of the range was decided.
/// Nothing is written, sent or suppressed.
/// </summary>
public sealed class ReplayLab
{
    /// <summary>Incidents of one look; of more, those opened last.</summary>
    public const int MostIncidents = 5000;

    /// <summary>Differing incidents that are kept whole; more are only counted and remembered by id.</summary>
    public const int MostShown = 500;

    private const int Part = 50;

    private readonly ReplayReader _replays;
    private readonly ReplayJudge _judge;
    private readonly TimeProvider _time;

    internal ReplayLab(ReplayReader replays, ReplayJudge judge, TimeProvider time) => (_replays, _judge, _time) = (replays, judge, time);

    /// <summary>Incidents with refusals in the range; one more than <see cref="MostIncidents"/> stands for all above.</summary>
    public Task<long> CountAsync(TenantId tenant, ReplayRange range, CancellationToken cancellationToken) =>
        _replays.CountAsync(tenant, range, MostIncidents + 1, cancellationToken);

    /// <param name="progress">Told after each few incidents, on whatever thread the look runs.</param>
    public async Task<ReplayOutcome> JudgeAsync(
        TenantId tenant, ReplayRange range, IProgress<ReplayProgress> progress, CancellationToken cancellationToken)
    {
        var found = await CountAsync(tenant, range, cancellationToken);
        var total = Math.Min(found, MostIncidents);
        var sum = new ReplaySum();
        long? before = null;
        while (sum.Looked < total)
        {
            var take = (int)Math.Min(Part, total - sum.Looked);
            var part = await _replays.ListAsync(tenant, range, take, before, cancellationToken);
            if (part.Count == 0)
            {
                // Merged or expired since they were counted.
                break;
            }
            progress.Report(new ReplayProgress(sum.Looked, total));
            await AddAsync(tenant, part, range.Until, sum, cancellationToken);
            before = part[^1].Id;
        }
        return sum.End(_time.GetUtcNow(), found <= MostIncidents);
    }

    private async Task AddAsync(
        TenantId tenant, IReadOnlyList<IncidentRow> part, DateTimeOffset until, ReplaySum sum, CancellationToken cancellationToken)
    {
        var verdicts = await _replays.VerdictsBeforeAsync(tenant, [.. part.Select(incident => incident.Id)], until, cancellationToken);
        foreach (var incident in part)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (verdicts.TryGetValue(incident.Id, out var then))
            {
                sum.Add(await _judge.JudgeAsync(tenant, incident, then, cancellationToken));
            }
            else
            {
                sum.AddUndecided();
            }
        }
    }
}

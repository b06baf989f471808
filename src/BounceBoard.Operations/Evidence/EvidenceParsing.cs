using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Turns waiting evidence into facts and verdicts. Everything due stands in the tables, so a run that was killed is taken up by the next one:
/// evidence in state Received, incidents with a decision due.
/// </summary>
public sealed class EvidenceParsing : ITenantWork, IDisposable
{
    // New domains are looked up while a person waits for the upload; slower answers move the verdict later.
    private static readonly TimeSpan LookTime = TimeSpan.FromSeconds(4);

    private readonly DueEvidenceReader _due;
    private readonly EvidenceClaims _claims;
    private readonly ParseBatch _batch;
    private readonly VerdictDesk _desk;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _time;
    private readonly TenantGates _gates = new();

    internal EvidenceParsing(
        DueEvidenceReader due, EvidenceClaims claims, ParseBatch batch, VerdictDesk desk, ChangeFeed feed, TimeProvider time) =>
        (_due, _claims, _batch, _desk, _feed, _time) = (due, claims, batch, desk, feed, time);

    public string Name => "parse";

    /// <summary>Parses all that waits and decides all that is due; what another worker holds is left to it.</summary>
    /// <returns>Number of items that no longer wait.</returns>
    public async Task<int> ParseDueAsync(CancellationToken cancellationToken)
    {
        var done = await TenantRounds.RunAsync(this, cancellationToken);
        await _desk.DecideDueAsync(cancellationToken);
        return done;
    }

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) => _due.TenantsAsync(_time.GetUtcNow(), cancellationToken);

    /// <summary>Parses one piece of a log or a few mails of the tenant; the incidents they move stay due.</summary>
    public Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _gates.PassAsync(
            tenant,
            async () =>
            {
                // Claimed inside the gate: the claim's time is for the work, not for the queue before it.
                var claimed = await _claims.TakeAsync(tenant, cancellationToken);
                var parsed = await ParseAsync(tenant, claimed, NewRun(), cancellationToken);
                return new Slice(claimed.Count, parsed.Count(item => item.State != EvidenceState.Received));
            },
            cancellationToken);

    public void Dispose() => _gates.Dispose();

    internal ParseRun NewRun() => new(_time.GetUtcNow() + LookTime);

    /// <summary>Parses what the intake has just stored and claimed.</summary>
    internal Task<IReadOnlyList<ParsedEvidence>> ParseAsync(
        IReadOnlyList<DueEvidenceRow> claimed, ParseRun run, CancellationToken cancellationToken) =>
        claimed.Count == 0
            ? Task.FromResult<IReadOnlyList<ParsedEvidence>>([])
            : _gates.PassAsync(
                claimed[0].TenantId,
                () => ParseAsync(claimed[0].TenantId, [.. claimed.Where(_claims.IsHeld)], run, cancellationToken),
                cancellationToken);

    /// <summary>Decides the incidents that got new facts.</summary>
    internal async Task FinishAsync(ParseRun run, CancellationToken cancellationToken)
    {
        foreach (var tenant in run.Incidents.GroupBy(incident => incident.Tenant, incident => incident.Incident))
        {
            await _desk.DecideAsync(tenant.Key, [.. tenant], cancellationToken);
        }

        run.Incidents.Clear();
    }

    private async Task<IReadOnlyList<ParsedEvidence>> ParseAsync(
        TenantId tenant, IReadOnlyList<DueEvidenceRow> claimed, ParseRun run, CancellationToken cancellationToken)
    {
        if (claimed.Count == 0)
        {
            return [];
        }

        var parsed = await _batch.ParseAsync(claimed, run, cancellationToken);
        _feed.Publish(tenant, ChangeKind.Evidence);
        _feed.Publish(tenant, ChangeKind.Incidents);
        return parsed;
    }
}

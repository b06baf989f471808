using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Takes evidence in: the one call of the upload page, the HTTP API, the drop folders and the command line. Bytes are committed before anything is
/// parsed or acknowledged; what a stop leaves unparsed, <see cref="EvidenceParsing.ParseDueAsync"/> takes up.
/// </summary>
public sealed class EvidenceIntake
{
    private readonly EvidenceUnpacker _unpacker;
    private readonly IntakeStore _store;
    private readonly EvidenceParsing _parsing;
    private readonly TenantAccess _access;
    private readonly SourceReader _sources;
    private readonly IntakeHold _hold;
    private readonly TimeProvider _time;

    internal EvidenceIntake(
        EvidenceUnpacker unpacker, IntakeStore store, EvidenceParsing parsing, TenantAccess access, SourceReader sources,
        IntakeHold hold, TimeProvider time) =>
        (_unpacker, _store, _parsing, _access, _sources, _hold, _time) = (unpacker, store, parsing, access, sources, hold, time);

    /// <summary>Stores every item of the input, then parses what is new.</summary>
    /// <param name="name">Name for people; never a path to open.</param>
    /// <param name="verified">
    /// The source vouches for what it brings: a person's upload, a token, the tenant's own log. False for a mailbox that strangers can write to; its
    /// DSNs then count only when they answer a message that a verified source told of.
    /// </param>
    /// <exception cref="IOException">The input cannot be read; what was stored before stays stored.</exception>
    /// <exception cref="IntakeStoppedException">The database stayed away or its disk is full; what was stored before stays stored.</exception>
    public Task<IntakeResult> ReceiveAsync(
        TenantId tenant, long sourceId, string name, Stream input, bool verified, Actor actor, IProgress<IntakeProgress>? progress,
        CancellationToken cancellationToken) =>
        ReceiveAsync(tenant, sourceId, name, input, _ => verified, actor, progress, cancellationToken);

    internal async Task<IntakeResult> ReceiveAsync(
        TenantId tenant, long sourceId, string name, Stream input, Func<EvidenceItem, bool> verified, Actor actor,
        IProgress<IntakeProgress>? progress, CancellationToken cancellationToken)
    {
        var items = new List<IntakeItem>();
        try
        {
            var problem = await _hold.RunAsync(actor, () => ProblemAsync(tenant, sourceId, actor, cancellationToken), cancellationToken);
            if (problem is null)
            {
                var stream = $"{RowIds.Next(_time.GetUtcNow()):x}";
                await TakeAllAsync(new IntakeRequest(tenant, sourceId, name, stream, verified, actor), input, items, progress, cancellationToken);
            }

            return new IntakeResult(items, problem);
        }
        catch (Exception fault) when (StorageFaults.Of(fault) is StorageFault.Outage or StorageFault.Full or StorageFault.Collision)
        {
            throw new IntakeStoppedException(name, items.Count, fault);
        }
    }

    private async Task TakeAllAsync(
        IntakeRequest request, Stream input, List<IntakeItem> items, IProgress<IntakeProgress>? progress, CancellationToken cancellationToken)
    {
        var (batch, run) = (new IntakeBatch(), _parsing.NewRun());
        await foreach (var item in _unpacker.UnpackAsync(input, request.Name, cancellationToken))
        {
            batch.Add(item);
            if (batch.IsFull)
            {
                await TakeAsync(request, batch, items, run, progress, cancellationToken);
            }
        }

        await TakeAsync(request, batch, items, run, progress, cancellationToken);
        await _hold.RunAsync(
            request.Actor,
            async () =>
            {
                await _parsing.FinishAsync(run, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private async Task<string?> ProblemAsync(TenantId tenant, long sourceId, Actor actor, CancellationToken cancellationToken)
    {
        if (await _access.RequireAsync(actor, tenant, TenantAction.UploadEvidence, cancellationToken) is AccessDecision.Denied denied)
        {
            return denied.Message;
        }

        return await _sources.FindAsync(tenant, sourceId, cancellationToken) is null
            ? "The tenant has no such source. Choose one of its sources, or add one first."
            : null;
    }

    private async Task TakeAsync(
        IntakeRequest request, IntakeBatch batch, List<IntakeItem> items, ParseRun run, IProgress<IntakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (batch.Items.Count == 0)
        {
            return;
        }

        // The receipt's audit line is written once, with the first batch.
        var stored = await _store.StoreAsync(request, batch.Items, isFirst: items.Count == 0, cancellationToken);
        var at = items.Count;
        // Counted before it is parsed: should that fail, this much is kept.
        items.AddRange(stored.Items);
        batch.Clear();
        var parsed = await _hold.RunAsync(request.Actor, () => _parsing.ParseAsync(stored.Due, run, cancellationToken), cancellationToken);
        var results = parsed.ToDictionary(result => result.EvidenceId);
        for (var i = at; i < items.Count; i++)
        {
            items[i] = WithParsed(items[i], results);
        }

        progress?.Report(ProgressOf(items));
    }

    private static IntakeItem WithParsed(IntakeItem item, Dictionary<long, ParsedEvidence> parsed) =>
        item.Outcome == IntakeOutcome.Stored && parsed.TryGetValue(item.EvidenceId, out var result)
            ? item with
            {
                Outcome = result.State == EvidenceState.Quarantined ? IntakeOutcome.Quarantined : IntakeOutcome.Stored,
                Reason = result.Remark,
                Bounces = result.Reports,
            }
            : item;

    private static IntakeProgress ProgressOf(List<IntakeItem> items)
    {
        int Count(IntakeOutcome outcome) => items.Count(item => item.Outcome == outcome);
        return new IntakeProgress(
            items.Count, Count(IntakeOutcome.Stored), Count(IntakeOutcome.Duplicate), Count(IntakeOutcome.Quarantined));
    }
}

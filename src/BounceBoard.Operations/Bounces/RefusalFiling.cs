using System.Data.Common;
using BounceBoard.Operations.Incidents;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Bounces;

/// <summary>Adds a batch's refusals to their incidents, or completes those that another source told of before; set by set, in the order of the reports.</summary>
internal sealed class RefusalFiling(
    RefusalLookup lookup, RefusalWriter refusals, IncidentOpening opening, IncidentWriter incidents, IncidentCountWriter counts, SeenSenderWriter senders)
{
    public async Task<FiledBatch> FileAsync(
        FilingContext context, IReadOnlyList<ToldRefusal> told, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var batch = new FiledBatch();
        if (told.Count == 0)
        {
            return batch;
        }

        var known = await lookup.ReadAsync(context.Tenant, told, transaction, cancellationToken);
        var verified = await lookup.VerifiedMessagesAsync(
            context.Tenant, told.Where(one => !one.Row.Verified).Select(one => one.Report.MessageId).OfType<string>(), transaction, cancellationToken);
        foreach (var one in told)
        {
            Fold(context, batch, known, verified, one);
        }

        var added = batch.Added.ConvertAll(one => (one.Told.Fingerprint, one.First));
        batch.JoinIncidents(await opening.OpenAsync(context.Tenant, added, context.Now, transaction, cancellationToken));
        await WriteAsync(context, batch, transaction, cancellationToken);
        return batch;
    }

    private static void Fold(FilingContext context, FiledBatch batch, KnownRefusals known, HashSet<string> verified, ToldRefusal told)
    {
        // A DSN that reached an open mailbox proves itself by the id of a message that a trusted source told of.
        var one = told.Row.Verified || told.Report.MessageId is not { } message || !verified.Contains(message)
            ? told
            : told with { Row = told.Row with { Verified = true } };
        var refusal = known.Find(one);
        var isFirst = refusal is null;
        if (refusal is null)
        {
            refusal = new FiledRefusal(one.Row with { Id = RowIds.Next(context.Now) });
            known.Add(refusal);
            batch.Add(refusal, one);
        }
        else if (known.Complete(refusal, one))
        {
            batch.Complete(refusal);
        }

        batch.Links.Add(new EvidenceLink(refusal.Row.Id, told.EvidenceId));
        batch.Tellings.Add(new Telling(one.Report, isFirst, refusal.Row.Verified, refusal.Row.OccurredAt));
        if (refusal.Row is { Verified: true, MessageId: { } now })
        {
            verified.Add(now);
        }
    }

    private async Task WriteAsync(FilingContext context, FiledBatch batch, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var tenant = context.Tenant;
        await refusals.AddAsync(tenant, [.. batch.Added.Select(added => added.Refusal.Row)], transaction, cancellationToken);
        await refusals.CompleteAsync(tenant, [.. batch.Completed.Select(refusal => refusal.Row)], transaction, cancellationToken);
        await refusals.LinkEvidenceAsync(tenant, batch.Links, transaction, cancellationToken);
        await counts.AddAsync(tenant, batch.Added.Select(added => Count(added.Refusal, added.First)), context.Now, transaction, cancellationToken);
        await senders.AddAsync(tenant, SenderSightings.Of(context.Network, batch.Tellings), transaction, cancellationToken);
        await incidents.LookAgainAsync(
            tenant, [.. batch.Completed.Select(refusal => refusal.Row.IncidentId).Distinct()], context.Now, transaction, cancellationToken);
    }

    private static NewRefusal Count(FiledRefusal refusal, RefusalRow first) =>
        new(refusal.Row.IncidentId, first.RecipientKey, first.RecipientDomain, first.OccurredAt, refusal.Row.Pool, refusal.Row.Permanent == true);
}

using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Operations.Incidents;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Bounces;

/// <summary>Adds one refusal to its incident, or completes the refusal that another source told of before.</summary>
internal sealed class RefusalFiling(RefusalWriter refusals, IncidentOpening incidents, IncidentCountWriter counts)
{
    /// <returns>Null when the report names no recipient that is an address.</returns>
    public async Task<FiledRefusal?> FileAsync(
        FilingContext context, BounceReport report, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var key = RefusalFold.Key(report);
        var verified = context.Verified || await MatchesAsync(context, report, transaction, cancellationToken);
        var origin = new RefusalOrigin(RowIds.Next(context.Now), key, 0, verified, context.ReceivedAt);
        if (RefusalReports.ToRow(report, origin) is not { } row)
        {
            return null;
        }

        var near = await refusals.FindNearAsync(
            context.Tenant, key, row.RecipientKey, row.OccurredAt - RefusalFold.PermanentWindow, row.OccurredAt + RefusalFold.PermanentWindow,
            transaction, cancellationToken);
        var known = near.FirstOrDefault(other => other.FoldKey == key)
            ?? near.FirstOrDefault(other => RefusalFold.Same(RefusalReports.OfRow(other), report));
        return known is null
            ? await AddAsync(context, report, origin, transaction, cancellationToken)
            : await CompleteAsync(context, known, report, verified, transaction, cancellationToken);
    }

    private async Task<FiledRefusal?> AddAsync(
        FilingContext context, BounceReport report, RefusalOrigin origin, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (RefusalReports.ToRow(report, origin) is not { } draft)
        {
            return null;
        }

        var fingerprint = IncidentGrouping.Of(
            draft.Family, draft.RecipientDomain, context.Comparisons[report], new RemoteEndpoint(draft.RemoteMta, draft.RemoteIp));
        var incident = await incidents.OpenAsync(context.Tenant, fingerprint, draft, context.Now, transaction, cancellationToken);
        if (RefusalReports.ToRow(report, origin with { IncidentId = incident }) is not { } row)
        {
            return null;
        }

        await refusals.AddAsync(context.Tenant, row, transaction, cancellationToken);
        await refusals.LinkEvidenceAsync(context.Tenant, row.Id, context.EvidenceId, transaction, cancellationToken);
        await counts.AddAsync(
            context.Tenant, incident, new NewRefusal(row.RecipientKey, row.RecipientDomain, row.OccurredAt), context.Now, transaction,
            cancellationToken);
        return new FiledRefusal(row, IsKnown: false, Changed: true);
    }

    // The person and the incident stay those of the first report: counts were made with them.
    private async Task<FiledRefusal> CompleteAsync(
        FilingContext context, RefusalRow known, BounceReport report, bool verified, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var before = RefusalReports.OfRow(known);
        var merged = RefusalFold.Merge(before, report) with { Recipient = known.Recipient };
        var origin = new RefusalOrigin(known.Id, known.FoldKey, known.IncidentId, known.Verified || verified, known.IngestedAt);
        var row = RefusalReports.ToRow(merged, origin) ?? known;
        var changed = merged != before || row.Verified != known.Verified;
        if (changed)
        {
            await refusals.CompleteAsync(context.Tenant, row, transaction, cancellationToken);
            await counts.LookAgainAsync(context.Tenant, row.IncidentId, context.Now, transaction, cancellationToken);
        }

        await refusals.LinkEvidenceAsync(context.Tenant, row.Id, context.EvidenceId, transaction, cancellationToken);
        return new FiledRefusal(row, IsKnown: true, changed);
    }

    // A DSN that reached an open mailbox proves itself by the id of a message that a trusted source told of.
    private async Task<bool> MatchesAsync(
        FilingContext context, BounceReport report, DbTransaction transaction, CancellationToken cancellationToken) =>
        report.MessageId is { } message && await refusals.KnowsMessageAsync(context.Tenant, message, transaction, cancellationToken);
}

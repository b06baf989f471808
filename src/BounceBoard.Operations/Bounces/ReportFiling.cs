using System.Data.Common;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Bounces;

/// <summary>
/// Files what a batch of one tenant's evidence says, inside the transaction that marks it parsed: refusals folded, deliveries and unknown wordings as
/// counts, complaints as suppressions.
/// </summary>
internal sealed class ReportFiling(
    RefusalFiling refusals, ComplaintFiling complaints, AttemptReports retries, DeliveryHourWriter hours, UnknownWordings unknown,
    DomainWatchWriter watch)
{
    /// <returns>Incidents that got a refusal or whose refusal was completed.</returns>
    public async Task<IReadOnlySet<long>> FileAsync(
        FilingContext context, IReadOnlyList<EvidenceReports> evidence, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var answered = await retries.FindAsync(context, evidence, transaction, cancellationToken);
        var filed = await refusals.FileAsync(context, [.. evidence.SelectMany(item => Told(item, answered))], transaction, cancellationToken);
        var added = filed.Added.ConvertAll(refusal => refusal.First);
        await hours.AddAsync(context.Tenant, evidence.SelectMany(Accepted).Concat(added.Select(Refused)), transaction, cancellationToken);
        await unknown.CountAsync(context, filed.Added.Select(one => (one.First, one.Told.EvidenceId)), transaction, cancellationToken);
        await complaints.FileAsync(context, evidence, transaction, cancellationToken);
        await retries.SettleAsync(context, answered, transaction, cancellationToken);
        if (context.Watch)
        {
            // Last, and briefly: these rows belong to every tenant.
            await watch.WatchAsync(DomainsOf(added), context.Now, transaction, cancellationToken);
        }

        return filed.Incidents;
    }

    private static IEnumerable<ToldRefusal> Told(EvidenceReports evidence, AnsweredAttempts answered)
    {
        foreach (var attempt in evidence.Attempts.Where(attempt => attempt.IsRefusal))
        {
            var retry = answered.Of(attempt.Report);
            // Who names what only our own mail carries has proved itself.
            var origin = new RefusalOrigin(0, RefusalFold.Key(attempt.Report), 0, evidence.Verified || retry is not null, evidence.ReceivedAt) { AttemptId = retry };
            if (RefusalReports.ToRow(attempt.Report, origin) is { } row)
            {
                var fingerprint = IncidentGrouping.Of(
                    row.Family, row.RecipientDomain, evidence.Comparisons[attempt.Report], RemoteEndpoint.Of(row.RemoteMta, row.RemoteIp, row.Side));
                yield return new ToldRefusal(attempt.Report, row, fingerprint, evidence.EvidenceId);
            }
        }
    }

    private static IEnumerable<DeliveryCount> Accepted(EvidenceReports evidence) =>
        from attempt in evidence.Attempts
        where !attempt.IsRefusal && attempt.Recipient is not null
        let recipient = attempt.Recipient
        select new DeliveryCount(
            attempt.Report.OccurredAt ?? evidence.ReceivedAt, recipient.Domain.Value, attempt.Report.RemoteIp, attempt.Report.Pool,
            recipient.LocalPart.Any(char.IsUpper), DeliveryOutcome.Accepted, 1);

    private static DeliveryCount Refused(RefusalRow row) => new(
        row.OccurredAt, row.RecipientDomain, row.RemoteIp, row.Pool, row.UpperCase,
        row.Permanent == false ? DeliveryOutcome.Deferred : DeliveryOutcome.Refused, 1);

    private static List<DomainName> DomainsOf(IEnumerable<RefusalRow> rows)
    {
        var domains = new List<DomainName>();
        foreach (var name in rows.Select(row => row.RecipientDomain).Distinct())
        {
            if (DomainName.TryParse(name, out var domain))
            {
                domains.Add(domain);
            }
        }

        return domains;
    }
}

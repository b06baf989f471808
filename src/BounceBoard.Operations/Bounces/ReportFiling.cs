using System.Data.Common;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Bounces;

/// <summary>Files what one piece of evidence says, inside the transaction that marks it parsed: refusals one by one, deliveries as counts.</summary>
internal sealed class ReportFiling(RefusalFiling refusals, DeliveryHourWriter hours, DomainWatchWriter watch)
{
    /// <returns>Incidents that got a refusal or whose refusal was completed.</returns>
    public async Task<IReadOnlySet<long>> FileAsync(
        FilingContext context, IReadOnlyList<BounceReport> reports, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var incidents = new HashSet<long>();
        var counts = new Dictionary<DeliveryCount, long>();
        foreach (var report in reports.Where(IsAttempt))
        {
            if (report.Kind == BounceKind.Delivery)
            {
                Count(counts, Accepted(report, context));
                continue;
            }

            var filed = await refusals.FileAsync(context, report, transaction, cancellationToken);
            if (filed is { IsKnown: false })
            {
                Count(counts, Refused(filed.Row));
            }

            if (filed is { Changed: true })
            {
                incidents.Add(filed.Row.IncidentId);
            }
        }

        await AddAsync(context, counts, transaction, cancellationToken);
        return incidents;
    }

    public static bool IsAttempt(BounceReport report) => report.Kind is BounceKind.Bounce or BounceKind.Delay or BounceKind.Delivery;

    private async Task AddAsync(
        FilingContext context, Dictionary<DeliveryCount, long> counts, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var (count, messages) in counts)
        {
            await hours.AddAsync(context.Tenant, count with { Messages = messages }, transaction, cancellationToken);
        }

        var domains = counts.Keys.Where(count => count.Outcome != DeliveryOutcome.Accepted).Select(count => count.RecipientDomain).Distinct();
        foreach (var name in context.Watch ? domains : [])
        {
            if (DomainName.TryParse(name, out var domain))
            {
                await watch.WatchAsync(domain, context.Now, transaction, cancellationToken);
            }
        }
    }

    private static void Count(Dictionary<DeliveryCount, long> counts, DeliveryCount? count)
    {
        if (count is not null)
        {
            counts[count] = counts.GetValueOrDefault(count) + 1;
        }
    }

    private static DeliveryCount? Accepted(BounceReport report, FilingContext context) =>
        RefusalReports.RecipientOf(report) is { } recipient
            ? new DeliveryCount(
                HourOf(report.OccurredAt ?? context.ReceivedAt), recipient.Domain.Value, report.RemoteIp, report.Pool,
                recipient.LocalPart.Any(char.IsUpper), DeliveryOutcome.Accepted, 1)
            : null;

    private static DeliveryCount Refused(RefusalRow row) => new(
        HourOf(row.OccurredAt), row.RecipientDomain, row.RemoteIp, row.Pool, row.UpperCase,
        row.Permanent == false ? DeliveryOutcome.Deferred : DeliveryOutcome.Refused, 1);

    // Equal for all messages of an hour, so that thousands of them are one statement.
    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour), TimeSpan.Zero);
}

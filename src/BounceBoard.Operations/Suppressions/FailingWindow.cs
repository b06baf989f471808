using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Suppressions;

/// <summary>
/// Since when a scope fails so widely that single addresses prove nothing. An incident of one dead mailbox is open too, so its being open says
/// little; the days of the scope do.
/// </summary>
internal sealed class FailingWindow(IncidentReader incidents, DeliveryHourReader deliveries)
{
    /// <summary>From here on an incident is no matter of single addresses.</summary>
    public const long ManyPeople = 5;

    /// <summary>As long as an address must have been dead; an incident that began or went on within it holds everything at its scope.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private const int LongestDays = 30;
    private const int MostDomains = 5;

    /// <param name="domains">Recipient domains of the scope, most people first.</param>
    /// <param name="picture">What the hours of the scope tell.</param>
    /// <returns>The first moment of the window; null when the scope has no spike within the grace period and fails neither today nor yesterday.</returns>
    public async Task<DateTimeOffset?> FindAsync(
        TenantId tenant, IncidentRow incident, ScopePicture picture, IEnumerable<string> domains, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A spike tells the hour, against the scope's own four weeks; only where no baseline exists do the days have to do.
        if (picture.AtScope.Where(spike => spike.StoppedAt is not { } end || end > now - Grace).Select(spike => (DateTimeOffset?)spike.Since).Min() is { } since)
        {
            return since;
        }
        var from = now.AddDays(-LongestDays);
        var accepted = new Dictionary<DateTimeOffset, long>();
        foreach (var domain in domains.Distinct(StringComparer.Ordinal).Take(MostDomains))
        {
            foreach (var (day, messages) in await deliveries.AcceptedByDayAsync(tenant, domain, from, now, cancellationToken))
            {
                accepted[day] = accepted.GetValueOrDefault(day) + messages;
            }
        }
        var days = new ScopeDays(await incidents.ByDayAtScopeAsync(tenant, incident.ScopeName, from, now, cancellationToken), accepted);
        return First(days, now) is { } first ? Later(first, incident.OpenedAt) : null;
    }

    /// <summary>Another incident at the scope that is no matter of single addresses, and began or went on within the grace period.</summary>
    public static bool Holds(IncidentRow other, DateTimeOffset now) =>
        other.State is IncidentState.Open or IncidentState.Recovering && other.People >= ManyPeople
        && (other.LastAt > now - Grace || other.OpenedAt > now - Grace);

    private static DateTimeOffset? First(ScopeDays days, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset? first = days.FailedWidely(today) ? today : days.FailedWidely(today.AddDays(-1)) ? today.AddDays(-1) : null;
        while (first is { } day && today - day < TimeSpan.FromDays(LongestDays) && days.FailedWidely(day.AddDays(-1)))
        {
            first = day.AddDays(-1);
        }
        return first;
    }

    // Only days are known of the scope, but an incident that opened on the first of them tells the hour.
    private static DateTimeOffset Later(DateTimeOffset day, DateTimeOffset openedAt) => openedAt > day ? openedAt : day;
}

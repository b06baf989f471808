using BounceBoard.Core.Addresses;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Facets;
using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Reads the hours of an incident's scope and finds its spike and what explains it.</summary>
public sealed class ScopeReading(ScopeReader scopes, OtherSendersReader others, RefusalReader refusals)
{
    /// <summary>Four weeks of baseline before the day in question.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays((7 * Baseline.Weeks) + 1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Refusals that are looked at for what they share.</summary>
    public const int Counted = 1000;

    // A chart shows half a day around the spike, and at most a week.
    private static readonly TimeSpan Around = TimeSpan.FromHours(12);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <param name="rows">The incident's latest refusals: what they share is looked for among these.</param>
    internal async Task<ScopePicture> ReadAsync(
        TenantId tenant, IncidentRow incident, IReadOnlyList<RefusalRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = now - Past;
        var domains = await scopes.DomainsAsync(tenant, incident.Id, cancellationToken);
        var counted = domains.Count is > 0 and <= ScopeReader.MostDomains ? await scopes.CountedAsync(tenant, from, cancellationToken) : null;
        var series = new ScopeSeries(
            await scopes.HoursAsync(tenant, incident.ScopeName, from, cancellationToken),
            counted is null ? [] : await scopes.DeliveredAsync(tenant, domains, from, ScopeWay.Any, cancellationToken),
            counted);
        var own = Latest(series.Hours(incident.Id, null), now);
        var explanation = counted is null ? null : FacetExplanation.Find(await FacetsAsync(tenant, domains, rows, own?.Since, own?.StoppedAt, cancellationToken));
        if (own is { StoppedAt: null } && explanation is not null)
        {
            var alike = await AlikeAsync(tenant, domains, explanation, from, cancellationToken);
            own = Latest(series.Hours(incident.Id, alike), now);
        }

        return new ScopePicture(
            own, explanation, await OthersAsync(tenant, incident, own, now, cancellationToken));
    }

    /// <summary>What the incident's page shows of its latest spike, or of the incident when it has none.</summary>
    public async Task<IncidentStory> StoryAsync(TenantId tenant, IncidentRow incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = (incident.StoppedAt > incident.LastAt ? incident.StoppedAt.Value : incident.LastAt) + Around;
        var from = (incident.SinceAt ?? incident.FirstAt) - Around;
        var (until, earliest) = (end < now ? end : now, (end < now ? end : now) - Longest);
        from = from > earliest ? from : earliest;
        var domains = await scopes.DomainsAsync(tenant, incident.Id, cancellationToken);
        var counted = domains.Count is > 0 and <= ScopeReader.MostDomains ? await scopes.CountedAsync(tenant, from, cancellationToken) : null;
        var series = new ScopeSeries(
            await scopes.HoursAsync(tenant, incident.ScopeName, from, cancellationToken),
            counted is null ? [] : await scopes.DeliveredAsync(tenant, domains, from, ScopeWay.Any, cancellationToken),
            counted);
        var rows = await refusals.ListByIncidentAsync(tenant, incident.Id, Counted, null, cancellationToken);
        return new IncidentStory(
            series.Filled(incident.Id, from, until),
            await FacetsAsync(tenant, counted is null ? null : domains, rows, incident.SinceAt, incident.StoppedAt, cancellationToken));
    }

    private async Task<IReadOnlyList<FacetCounts>> FacetsAsync(
        TenantId tenant, IReadOnlyList<string>? domains, IReadOnlyList<RefusalRow> rows, DateTimeOffset? since, DateTimeOffset? stoppedAt,
        CancellationToken cancellationToken)
    {
        var inside = rows.Where(row => since is null || (row.OccurredAt >= since && (stoppedAt is null || row.OccurredAt < stoppedAt))).ToList();
        if (inside.Count == 0)
        {
            return [];
        }

        // Without a spike there is no window to speak of; the day before shows what usually arrives.
        var ways = domains is null
            ? null
            : await scopes.WaysAsync(
                tenant, domains, since ?? inside.Min(row => row.OccurredAt) - Day, inside.Max(row => row.OccurredAt), cancellationToken);
        return IncidentFacets.Of(
            inside.ConvertAll(Failed), ways?.Select(way => new DeliveredGroup(null, way.RecipientDomain, way.RemoteIp, way.Pool, way.UpperCase, way.Messages)).ToList());
    }

    private Task<IReadOnlyList<ScopeDeliveryRow>> AlikeAsync(
        TenantId tenant, IReadOnlyList<string> domains, FacetExplanation explanation, DateTimeOffset from, CancellationToken cancellationToken)
    {
        string? Value(string facet) => explanation.Facet == facet ? explanation.Value : null;
        var way = new ScopeWay(
            Value(FacetNames.SenderPool), Value(FacetNames.RemoteIp), Value(FacetNames.UpperCase) is { } upper ? upper == FacetNames.Yes : null);
        return scopes.DeliveredAsync(tenant, Value(FacetNames.RecipientDomain) is { } domain ? [domain] : domains, from, way, cancellationToken);
    }

    // The name of one's own relay is nobody else's.
    private async Task<long> OthersAsync(TenantId tenant, IncidentRow incident, Spike? own, DateTimeOffset now, CancellationToken cancellationToken) =>
        own is null || incident.Scope == IncidentScope.OwnRelay
            ? 0
            : await others.CountAsync(tenant, incident.Scope, incident.ScopeName, own.Since, own.StoppedAt ?? now, cancellationToken);

    private static Spike? Latest(IEnumerable<HourCount> hours, DateTimeOffset now) => RepeatedSpikes.Find(hours, now) is [.., var latest] ? latest : null;

    private static FailedRecipient Failed(RefusalRow row) => new(
        row.RecipientKey, row.RecipientDomain, row.RemoteIp?.ToString(), row.Pool, row.SendingIp?.ToString(), row.UpperCase,
        EmailAddress.TryParse(row.Recipient, out var address) ? AddressShape.Of(address) : null, row.OccurredAt,
        row.RemoteMta);
}

using BounceBoard.Core.Incidents;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Users;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>Reads what the incident list shows for one address.</summary>
public sealed class IncidentListModel(
    IncidentReader incidents, IncidentFacets facets, VerdictReader verdicts, MemberReader members, TimeProvider time)
{
    // Two days: long enough for late DSNs to show their own hour, short enough for a bar per hour.
    private const int SparkHours = 48;

    /// <param name="me">Whose <c>owner:me</c> it is.</param>
    public async Task<IncidentListData> LoadAsync(TenantContext tenant, IncidentListUrl url, long? me, CancellationToken cancellationToken)
    {
        var (id, now) = (tenant.Tenant.Id, time.GetUtcNow());
        var filter = url.ToFilter(now, me);
        var people = await members.ListAsync(id, cancellationToken);
        var names = people.ToDictionary(person => person.UserId, person => person.DisplayName);
        var rows = await incidents.ListAsync(id, filter, cancellationToken);
        var total = await incidents.CountAsync(id, filter, cancellationToken);
        var inTenant = total > 0 ? total : await incidents.CountAsync(id, IncidentFilter.All, cancellationToken);
        var from = SparkFrom(now);
        return new IncidentListData(
            await WithDetailAsync(tenant, rows, names, from, cancellationToken), total, inTenant,
            await facets.LoadAsync(tenant.Tenant, url, filter, names, cancellationToken), from,
            [.. people.Where(person => person.DisabledAt is null)]);
    }

    /// <summary>The rows of one page alone, for a file.</summary>
    public async Task<IReadOnlyList<IncidentListRow>> RowsAsync(TenantContext tenant, IncidentListUrl url, long? me, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await incidents.ListAsync(tenant.Tenant.Id, url.ToFilter(now, me), cancellationToken);
        var names = (await members.ListAsync(tenant.Tenant.Id, cancellationToken)).ToDictionary(person => person.UserId, person => person.DisplayName);
        return await WithDetailAsync(tenant, rows, names, SparkFrom(now), cancellationToken);
    }

    /// <summary>The labels of one incident, as the list shows them.</summary>
    public async Task<IReadOnlyList<IncidentLabel>> LabelsAsync(TenantContext tenant, IncidentRow incident, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var from = SparkFrom(now);
        var bars = Bars(await incidents.HourlyAsync(tenant.Tenant.Id, [incident.Id], from, cancellationToken), from);
        return IncidentLabels.Of(incident.State, incident.OpenedAt, incident.RegressedAt, bars, now);
    }

    private static DateTimeOffset SparkFrom(DateTimeOffset now) =>
        new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(1 - SparkHours);

    private async Task<IReadOnlyList<IncidentListRow>> WithDetailAsync(
        TenantContext tenant, IReadOnlyList<IncidentRow> rows, Dictionary<long, string> names, DateTimeOffset from, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var ids = rows.Select(row => row.Id).ToArray();
        var hours = (await incidents.HourlyAsync(tenant.Tenant.Id, ids, from, cancellationToken)).ToLookup(hour => hour.IncidentId);
        var current = (await verdicts.CurrentOfAsync(tenant.Tenant.Id, ids, cancellationToken)).ToDictionary(row => row.IncidentId);
        var now = time.GetUtcNow();
        return [.. rows.Select(Line)];

        IncidentListRow Line(IncidentRow row)
        {
            var bars = Bars(hours[row.Id], from);
            var owner = row.OwnerId is { } id ? names.GetValueOrDefault(id, "A former member") : null;
            return new(row, bars, Reason(row), IncidentLabels.Of(row.State, row.OpenedAt, row.RegressedAt, bars, now), owner, Window(row, from));
        }

        string? Reason(IncidentRow row) =>
            current.TryGetValue(row.Id, out var verdict) && verdict.Finding.Reasons.FirstOrDefault(reason => reason.For) is { } first
                ? MaskedText.For(tenant, first.Text)
                : null;
    }

    private static (int From, int To)? Window(IncidentRow row, DateTimeOffset from)
    {
        if (row.SinceAt is not { } since)
        {
            return null;
        }

        var first = Math.Max(0, (int)(since - from).TotalHours);
        var last = row.StoppedAt is { } stopped ? (int)Math.Ceiling((stopped - from).TotalHours) - 1 : SparkHours - 1;
        return first < SparkHours && last >= first ? (first, Math.Min(last, SparkHours - 1)) : null;
    }

    private static long[] Bars(IEnumerable<HourlyRow> hours, DateTimeOffset from)
    {
        var bars = new long[SparkHours];
        foreach (var hour in hours)
        {
            var index = (int)(hour.Hour - from).TotalHours;
            if (index is >= 0 and < SparkHours)
            {
                bars[index] = hour.Refusals;
            }
        }
        return bars;
    }
}

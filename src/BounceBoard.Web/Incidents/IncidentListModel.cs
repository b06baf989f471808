using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>Reads what the incident list shows for one address.</summary>
public sealed class IncidentListModel(IncidentReader incidents, IncidentFacets facets, VerdictReader verdicts, TimeProvider time)
{
    // Two days: long enough for late DSNs to show their own hour, short enough for a bar per hour.
    private const int SparkHours = 48;

    public async Task<IncidentListData> LoadAsync(TenantContext tenant, IncidentListUrl url, CancellationToken cancellationToken)
    {
        var (id, now) = (tenant.Tenant.Id, time.GetUtcNow());
        var filter = url.ToFilter(now);
        var rows = await incidents.ListAsync(id, filter, cancellationToken);
        var total = await incidents.CountAsync(id, filter, cancellationToken);
        var inTenant = total > 0 ? total : await incidents.CountAsync(id, IncidentFilter.All, cancellationToken);
        var from = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(1 - SparkHours);
        return new IncidentListData(
            await WithDetailAsync(tenant, rows, from, cancellationToken), total, inTenant,
            await facets.LoadAsync(tenant.Tenant, url, now, cancellationToken), from);
    }

    private async Task<IReadOnlyList<IncidentListRow>> WithDetailAsync(
        TenantContext tenant, IReadOnlyList<IncidentRow> rows, DateTimeOffset from, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var ids = rows.Select(row => row.Id).ToArray();
        var hours = (await incidents.HourlyAsync(tenant.Tenant.Id, ids, from, cancellationToken)).ToLookup(hour => hour.IncidentId);
        var current = (await verdicts.CurrentOfAsync(tenant.Tenant.Id, ids, cancellationToken)).ToDictionary(row => row.IncidentId);
        return [.. rows.Select(row => new IncidentListRow(row, Bars(hours[row.Id], from), Reason(row), Window(row, from)))];

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

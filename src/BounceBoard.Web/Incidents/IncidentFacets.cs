using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>Counts for the rail: each facet is counted without its own choice, so that the other choices stay in sight.</summary>
public sealed class IncidentFacets(IncidentFacetReader reader)
{
    public async Task<IReadOnlyList<IncidentFacetGroup>> LoadAsync(
        TenantRow tenant, IncidentListUrl url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = url.ToFilter(now);
        var under = await reader.CountsAsync(tenant.Id, filter, cancellationToken);
        var groups = new List<IncidentFacetGroup>();
        foreach (var facet in IncidentFacet.All)
        {
            var chosen = facet.Chosen(url.Query);
            var counted = chosen is null ? under : await reader.CountsAsync(tenant.Id, facet.Released(filter), cancellationToken);
            groups.Add(new(facet.Title, [.. counted.Where(row => row.Facet == facet.Key && row.Value.Length > 0).Select(Value)]));

            FacetValue Value(FacetCountRow row)
            {
                var isChosen = row.Value == chosen;
                var target = url.With(facet.Toggle(url.Query, isChosen ? null : row.Value));
                return new(facet.Label(row.Value), target.ToHref(tenant.Slug), isChosen, row.Count);
            }
        }
        return groups;
    }
}

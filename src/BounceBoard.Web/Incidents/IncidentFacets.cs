using System.Globalization;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>Counts for the rail: each facet is counted without its own choice, so that the other choices stay in sight.</summary>
public sealed class IncidentFacets(IncidentFacetReader reader)
{
    /// <param name="filter">What the address asks for.</param>
    /// <param name="people">Names of the members, by id.</param>
    public async Task<IReadOnlyList<IncidentFacetGroup>> LoadAsync(
        TenantRow tenant, IncidentListUrl url, IncidentFilter filter, IReadOnlyDictionary<long, string> people, CancellationToken cancellationToken)
    {
        var under = await reader.CountsAsync(tenant.Id, filter, cancellationToken);
        var groups = new List<IncidentFacetGroup>();
        foreach (var facet in IncidentFacet.All)
        {
            // "owner:me" is chosen as the person that it stands for.
            var chosen = facet.Key == "owner" && filter.OwnerId is { } id ? id.ToString(CultureInfo.InvariantCulture) : facet.Chosen(url.Query);
            var counted = chosen is null ? under : await reader.CountsAsync(tenant.Id, facet.Released(filter), cancellationToken);
            groups.Add(new(facet.Title, [.. counted.Where(row => row.Facet == facet.Key && row.Value.Length > 0).Select(Value)]));

            FacetValue Value(FacetCountRow row)
            {
                var isChosen = row.Value == chosen;
                var target = url.With(facet.Toggle(url.Query, isChosen ? null : row.Value));
                return new(facet.Key == "owner" ? Person(row.Value, people) : facet.Label(row.Value), target.ToHref(tenant.Slug), isChosen, row.Count);
            }
        }
        return groups;
    }

    private static string Person(string value, IReadOnlyDictionary<long, string> people) => long.Parse(value, CultureInfo.InvariantCulture) switch
    {
        0 => "Nobody",
        var id => people.GetValueOrDefault(id, "A former member"),
    };
}

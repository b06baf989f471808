using BounceBoard.Storage.Users;

namespace BounceBoard.Web.Incidents;

/// <summary>What the list shows.</summary>
/// <param name="Total">Incidents that the filter finds on all pages.</param>
/// <param name="InTenant">Incidents of the tenant whatever the filter: tells "nothing matches" from "nothing here yet".</param>
/// <param name="Members">To whom incidents can be given.</param>
/// <param name="SparkFrom">Start of the first hour of every sparkline.</param>
public sealed record IncidentListData(
    IReadOnlyList<IncidentListRow> Rows,
    long Total,
    long InTenant,
    IReadOnlyList<IncidentFacetGroup> Facets,
    DateTimeOffset SparkFrom,
    IReadOnlyList<MemberRow> Members)
{
    public int Pages => (int)Math.Max(1, (Total + IncidentListUrl.PageSize - 1) / IncidentListUrl.PageSize);
}

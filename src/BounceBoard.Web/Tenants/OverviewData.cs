using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Components;
using BounceBoard.Web.Domains;
using BounceBoard.Web.Incidents;

namespace BounceBoard.Web.Tenants;

/// <summary>What the overview of one tenant shows; every number is counted, none is estimated.</summary>
/// <param name="Open">The latest open incidents.</param>
/// <param name="Verdicts">Open incidents per verdict, each with its list.</param>
public sealed record OverviewData(
    TenantOverviewRow Counts,
    IReadOnlyList<IncidentListRow> Open,
    IReadOnlyList<FacetValue> Verdicts,
    IntakeCounts Intake,
    IReadOnlyList<DomainView> Domains)
{
    public bool IsEmpty => Intake.Received == 0 && Domains.Count == 0;
}

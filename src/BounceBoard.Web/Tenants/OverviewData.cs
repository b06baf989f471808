using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;
using BounceBoard.Web.Components;
using BounceBoard.Web.Incidents;

namespace BounceBoard.Web.Tenants;

/// <summary>What the overview of one tenant shows; every number is counted, none is estimated.</summary>
/// <param name="Open">The latest open incidents.</param>
/// <param name="Saved">People whom "5xx means suppress" would have lost; see <see cref="SavedAddressReader"/>.</param>
/// <param name="Month">Incidents and people per verdict in force, of incidents that refused within 30 days.</param>
/// <param name="Changes">Verdicts that changed within 7 days, newest first.</param>
/// <param name="Routes">Configured lines that DNS contradicts.</param>
/// <param name="Verdicts">Open incidents per verdict, each with its list.</param>
public sealed record OverviewData(
    TenantOverviewRow Counts,
    IReadOnlyList<IncidentListRow> Open,
    IReadOnlyList<FacetValue> Verdicts,
    IntakeCounts Intake,
    IReadOnlyList<DomainStanding> Domains,
    long Saved,
    IReadOnlyList<VerdictSumRow> Month,
    IReadOnlyList<VerdictChangeRow> Changes,
    IReadOnlyList<RouteFindingRow> Routes)
{
    public bool IsEmpty => Intake.Received == 0 && Domains.Count == 0;
}

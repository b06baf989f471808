using BounceBoard.Core.Incidents;
using BounceBoard.Operations.Incidents;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>What stands above the tabs of an incident.</summary>
/// <param name="Verdict">In force, with its sentences as this person may see them; null before the first.</param>
/// <param name="Endpoint">Null when no refusal is left or none names a domain.</param>
/// <param name="Story">Its hours and what its refusals share.</param>
/// <param name="Work">What people did with it.</param>
/// <param name="Labels">New, escalating, regressed.</param>
public sealed record IncidentData(
    IncidentRow Incident, VerdictRow? Verdict, EndpointView? Endpoint, IncidentStory Story, IncidentWork Work, IReadOnlyList<IncidentLabel> Labels);

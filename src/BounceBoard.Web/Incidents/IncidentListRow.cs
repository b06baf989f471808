using BounceBoard.Core.Incidents;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Web.Incidents;

/// <summary>One line of the list.</summary>
/// <param name="Hours">Refusals per hour, oldest first, one value per hour without gaps.</param>
/// <param name="Reason">The first reason for the verdict in force; null before the first verdict.</param>
/// <param name="Labels">New, escalating, regressed.</param>
/// <param name="Owner">Name of whoever sees to it; null for nobody.</param>
/// <param name="Window">First and last hour of the spike among <paramref name="Hours"/>; null when it lies outside.</param>
public sealed record IncidentListRow(
    IncidentRow Incident, IReadOnlyList<long> Hours, string? Reason, IReadOnlyList<IncidentLabel> Labels, string? Owner, (int From, int To)? Window = null);

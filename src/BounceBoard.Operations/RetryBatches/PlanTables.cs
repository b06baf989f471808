using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>The tables that a plan is made from.</summary>
internal sealed record PlanTables(IncidentReader Incidents, SendingRouteReader Routes, RetrySettingReader Settings, VerdictReader Verdicts);

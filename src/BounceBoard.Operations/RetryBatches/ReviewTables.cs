using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>The tables that a review is read from.</summary>
internal sealed record ReviewTables(
    RetryBatchReader Batches, RetryAttemptReader Attempts, RetryDecisionReader Decisions, SendingStopReader Stops, RetrySettingReader Settings,
    SendingRouteReader Routes, IncidentReader Incidents);

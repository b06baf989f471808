using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.SendingRoutes;

/// <summary>A batch that names a route.</summary>
internal static class RouteUse
{
    public static async Task AddAsync(StoredFacts facts, TenantId tenant, long routeId, RetryBatchState state)
    {
        var incident = await facts.OpenAsync(tenant: tenant);
        await facts.Database.WriteAsync(transaction => new RetryBatchWriter().AddAsync(tenant, Batch(incident, routeId, state), transaction, default), default);
    }

    private static RetryBatchRow Batch(long incident, long routeId, RetryBatchState state) => new()
    {
        Id = RowIds.Next(T0),
        Number = 1,
        IncidentId = incident,
        State = state,
        Plan = Plan(incident, routeId),
        PlanHash = "00",
        RouteId = routeId,
        People = 3,
        Stage = 1,
        Stages = 1,
        RequestedAt = T0,
        RequestedBy = "user@example.net",
        IdempotencyKey = $"key-{incident}",
    };

    private static RetryPlan Plan(long incident, long routeId) => new()
    {
        IncidentId = incident,
        CohortHash = "00",
        People = 3,
        LeftOut = [],
        Stages = [],
        Route = new PlannedRoute(routeId, "relay", SendingRouteKind.Submission, 1, "relay.example.net:587", true),
        Limits = new RetryLimits
        {
            RatePerMinute = 10,
            PerPerson = 3,
            PerPersonDays = 7,
            PerDomainDay = 500,
            PerDay = 2000,
            ObserveMinutes = 60,
            ApprovalMinutes = 1440,
            ApproveEachStage = true,
        },
        Guards = [],
        Originals = 0,
        PathDiffers = [],
        Forecast = new RetryForecast(1, 0.01, 0.01, 1, 2),
    };
}

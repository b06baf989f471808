using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.TestKit.Builders;

/// <summary>A plan as an approver sees it, for tests that need one to look at; <c>with</c> makes others of it.</summary>
public static class RetryPlans
{
    /// <summary>A sample, a quarter and the rest, over a tested relay.</summary>
    /// <param name="stages">People of each stage.</param>
    public static RetryPlan Of(long incidentId, params int[] stages) => new()
    {
        IncidentId = incidentId,
        CohortHash = new string('c', 64),
        People = stages.Sum(),
        LeftOut = [new LeftOut("suppressed", 2), new LeftOut("tried 3 times in 7 days", 1)],
        Stages = [.. stages.Select((people, index) => new RetryStage(index + 1, people, index == 0, people))],
        Route = new PlannedRoute(1, "bulk-2", SendingRouteKind.Submission, 4, "relay.example.net:587, STARTTLS", true),
        Limits = new RetryLimits
        {
            RatePerMinute = 10,
            PerPerson = 3,
            PerPersonDays = 7,
            PerDomainDay = 500,
            PerDay = 500,
            ObserveMinutes = 60,
            ApprovalMinutes = 1440,
            ApproveEachStage = true,
        },
        Guards =
        [
            new RetryGuard("Route tested", true, true, "Revision 4 took a mail on 2026-05-16."),
            new RetryGuard("MX now matches", null, false, "One of four resolvers did not answer."),
        ],
        Originals = stages.Sum() - 1,
        PathDiffers = ["The sending IP of the original is not known."],
        Forecast = new RetryForecast(stages.Sum() * 0.9, 0.07, 0.14, 1, 3.4),
    };
}

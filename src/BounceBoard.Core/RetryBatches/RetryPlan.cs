namespace BounceBoard.Core.RetryBatches;

/// <summary>Everything that an approver sees and that an approval is bound to; the cohort itself stands in its attempts and enters by <see cref="CohortHash"/>.</summary>
public sealed record RetryPlan
{
    public required long IncidentId { get; init; }

    /// <summary>SHA-256 over the attempts in their order: stage, recipient as submitted, sender, pool, original.</summary>
    public required string CohortHash { get; init; }

    public required int People { get; init; }

    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    public required IReadOnlyList<RetryStage> Stages { get; init; }

    public required PlannedRoute Route { get; init; }

    public required RetryLimits Limits { get; init; }

    public required IReadOnlyList<RetryGuard> Guards { get; init; }

    /// <summary>Recipients that get the stored original; the others get the test message.</summary>
    public required int Originals { get; init; }

    /// <summary>Where the path is not the same as that of the original, in words; empty when it is.</summary>
    public required IReadOnlyList<string> PathDiffers { get; init; }

    public required RetryForecast Forecast { get; init; }
}

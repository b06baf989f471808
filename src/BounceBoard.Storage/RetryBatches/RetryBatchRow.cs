using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>One batch of controlled retries.</summary>
public sealed record RetryBatchRow
{
    public required long Id { get; init; }

    /// <summary>Counts up within the tenant: RB-31.</summary>
    public required long Number { get; init; }

    public required long IncidentId { get; init; }

    public long IncidentNumber { get; init; }

    public string IncidentTitle { get; init; } = "";

    public required RetryBatchState State { get; init; }

    public RetryPlan Plan
    {
        get => RetryPlanJson.Read(PlanText);
        init => PlanText = RetryPlanJson.Write(value);
    }

    /// <summary>An approval names this hash; hexadecimal, lower case.</summary>
    public required string PlanHash { get; init; }

    public required long RouteId { get; init; }

    public required int People { get; init; }

    /// <summary>The stage that is decided on, sent or observed; 1 and up.</summary>
    public required int Stage { get; init; }

    public required int Stages { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public long? RequestedById { get; init; }

    public required string RequestedBy { get; init; }

    public string IdempotencyKey { get; init; } = "";

    public DateTimeOffset? ApprovedAt { get; init; }

    public long? ApprovedById { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>First connection not before.</summary>
    public DateTimeOffset? SendAfter { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? StageSentAt { get; init; }

    public DateTimeOffset? ObserveUntil { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndReason { get; init; }

    /// <summary>Set when the database turned out to be a restored one.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    internal string PlanText { get; init; } = "";
}

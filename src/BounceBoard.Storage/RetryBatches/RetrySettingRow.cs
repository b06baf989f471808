using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What a tenant allows its controlled retries; the defaults are those of a tenant that never said anything.</summary>
public sealed record RetrySettingRow
{
    public FourEyes FourEyes { get; init; } = FourEyes.Above;

    public int FourEyesAbove { get; init; } = 25;

    public int PerPerson { get; init; } = 3;

    public int PerPersonDays { get; init; } = 7;

    public int PerDomainDay { get; init; } = 500;

    public int PerDay { get; init; } = 2000;

    public int RatePerMinute { get; init; } = 10;

    /// <summary>Minutes of the day; both null: at any time.</summary>
    public int? HoursFrom { get; init; }

    public int? HoursUntil { get; init; }

    public string HoursZone { get; init; } = "Etc/UTC";

    public int ObserveMinutes { get; init; } = 60;

    public int ApprovalMinutes { get; init; } = 1440;

    public bool ApproveEachStage { get; init; } = true;
}

namespace BounceBoard.Core.RetryBatches;

/// <summary>How fast, when and how often at most.</summary>
public sealed record RetryLimits
{
    /// <summary>Mails per minute over the route.</summary>
    public required int RatePerMinute { get; init; }

    /// <summary>Nobody is tried before; null for at once. See Finding.NotBefore.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Minutes of the day in <see cref="Zone"/>; both null: at any time.</summary>
    public int? HoursFrom { get; init; }

    public int? HoursUntil { get; init; }

    /// <summary>IANA name.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>Tries of one person in <see cref="PerPersonDays"/> days, over all batches of the tenant.</summary>
    public required int PerPerson { get; init; }

    public required int PerPersonDays { get; init; }

    public required int PerDomainDay { get; init; }

    public required int PerDay { get; init; }

    /// <summary>Minutes after a stage in which DSNs and logs decide.</summary>
    public required int ObserveMinutes { get; init; }

    /// <summary>Minutes that an approval may be waited for, and holds.</summary>
    public required int ApprovalMinutes { get; init; }

    /// <summary>Each stage is approved by itself; else the stop rule alone decides about the next.</summary>
    public required bool ApproveEachStage { get; init; }
}

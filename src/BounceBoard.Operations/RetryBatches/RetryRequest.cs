namespace BounceBoard.Operations.RetryBatches;

/// <summary>What a person may choose about a batch; whatever is null comes from the incident, the route and the tenant's settings. There is no text and no recipient to choose.</summary>
public sealed record RetryRequest
{
    public required long RouteId { get; init; }

    public required RetryScope Scope { get; init; }

    /// <summary>Recipients of the sample; null for as many as the test needs.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Mails per minute; never more than the route and the tenant allow.</summary>
    public int? RatePerMinute { get; init; }

    /// <summary>Nobody is tried before; null for the earliest useful time that the verdict names.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Minutes of the day in <see cref="Zone"/>; both null for the tenant's hours.</summary>
    public int? HoursFrom { get; init; }

    public int? HoursUntil { get; init; }

    /// <summary>IANA name; null for the tenant's.</summary>
    public string? Zone { get; init; }

    /// <summary>Each stage is approved by itself; a tenant that asks for it always gets it.</summary>
    public bool ApproveEachStage { get; init; } = true;
}

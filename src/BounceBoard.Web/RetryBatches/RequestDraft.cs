using BounceBoard.Operations.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>What a person fills in about a retry; empty fields leave it to the incident, the route and the tenant's settings.</summary>
internal sealed class RequestDraft
{
    public long RouteId { get; set; }

    public RetryScope Scope { get; set; } = RetryScope.SampleOnly;

    public int? SampleSize { get; set; }

    public int? RatePerMinute { get; set; }

    /// <summary>In UTC.</summary>
    public DateTime? NotBefore { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    public string Zone { get; set; } = "";

    public bool ApproveEachStage { get; set; } = true;

    public RetryRequest ToRequest() => new()
    {
        RouteId = RouteId,
        Scope = Scope,
        SampleSize = SampleSize,
        RatePerMinute = RatePerMinute,
        NotBefore = NotBefore is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null,
        HoursFrom = Minutes(From),
        HoursUntil = Minutes(Until),
        Zone = Zone.Trim() is { Length: > 0 } zone ? zone : null,
        ApproveEachStage = ApproveEachStage,
    };

    private static int? Minutes(TimeOnly? time) => time is { } set ? (set.Hour * 60) + set.Minute : null;
}

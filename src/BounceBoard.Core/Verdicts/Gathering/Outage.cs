namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>A time in which a scope refused so much more than usual that single addresses prove nothing.</summary>
/// <param name="Since">Event time of its first refusal.</param>
/// <param name="StoppedAt">When deliveries resumed or refusals were back to the usual; null while it goes on.</param>
/// <param name="People">Distinct recipients refused in it, over all tenants for one that only shows across them.</param>
/// <param name="OtherSenders">Other tenants with refusals at the same scope in the same hours.</param>
public sealed record Outage(DateTimeOffset Since, DateTimeOffset? StoppedAt, int People, int OtherSenders)
{
    /// <summary>The first failures of an outage are few: what failed shortly before it was seen may already belong to it.</summary>
    public static readonly TimeSpan Onset = TimeSpan.FromHours(3);

    /// <summary>The first deliveries after an outage are few too, and counts by the hour say nothing of minutes: what fails in the hour after may still belong to it.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    public bool Covers(DateTimeOffset at) => at >= Since - Onset && (StoppedAt is null || at < StoppedAt + Settling);

    public bool Overlaps(Outage other) =>
        (StoppedAt is null || StoppedAt > other.Since) && (other.StoppedAt is null || other.StoppedAt > Since);

    public bool IsOpenAt(DateTimeOffset now) => StoppedAt is null || StoppedAt > now;

    /// <summary>Open, or opened within the grace period before <paramref name="now"/>.</summary>
    public bool Holds(DateTimeOffset now, TimeSpan grace) => IsOpenAt(now) || now - Since < grace;
}

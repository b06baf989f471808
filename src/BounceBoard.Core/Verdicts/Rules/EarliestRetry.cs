using BounceBoard.Core.Verdicts.Knowledge;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Not before: retrying sooner measures a cache, not the receiver.</summary>
internal static class EarliestRetry
{
    /// <summary>Greylisting hosts want minutes to an hour; a queue's second attempt comes after about as long.</summary>
    public static readonly TimeSpan AfterDeferral = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan AfterFullMailbox = TimeSpan.FromHours(24);

    /// <summary>The latest of what the rule knows, the old MX answer's end and a known cache of the receiver.</summary>
    public static DateTimeOffset Of(RefusalCase refusal, DateTimeOffset? byRule)
    {
        var cache = refusal.IsCurrent && ReceiverCaches.Of(refusal.Facts) is { } known ? refusal.Facts.LastAt.By(known.Lasts) : (DateTimeOffset?)null;
        DateTimeOffset?[] all = [byRule, refusal.OldAnswerEndsAt, cache, refusal.Facts.LastAt];
        return all.Max() ?? refusal.Facts.LastAt;
    }
}

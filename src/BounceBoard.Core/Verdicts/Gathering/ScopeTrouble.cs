using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Too few for a spike, and still no time to judge single addresses: several people refused lately in words that are not about a mailbox.</summary>
internal static class ScopeTrouble
{
    private const int Several = 3;

    public static bool IsRecent(IEnumerable<JudgedRefusal> atScope, DateTimeOffset now, TimeSpan grace) => Outages.Eligible(atScope)
        .Where(judged => now - judged.Refusal.At < grace && IsAboutServer(judged.Fingerprint.Family))
        .GroupBy(judged => judged.Fingerprint.Family)
        .Any(family => family.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count() >= Several);

    private static bool IsAboutServer(RefusalFamily family) => family switch
    {
        RefusalFamily.Relay or RefusalFamily.Domain or RefusalFamily.Network or RefusalFamily.System or RefusalFamily.Other => true,
        RefusalFamily.Mailbox or RefusalFamily.Policy or RefusalFamily.Reputation or RefusalFamily.Content or RefusalFamily.Capacity => false,
    };
}

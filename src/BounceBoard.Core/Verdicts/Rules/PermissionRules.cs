using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The right server refused us, not the recipient: words or counts speak of our permission.</summary>
internal static class PermissionRules
{
    public static IReadOnlyList<VerdictRule> All { get; } =
    [
        new("one-pool-fails-others-deliver", IsOnePoolOnly, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.RelayPolicy, c.Permission?.SubCause ?? "one-pool-fails",
            $"Only the pool {c.Facts.Pool} is refused: {Said.People(c.Facts.PeopleInIncident)}, no delivery, while other pools made {Said.Deliveries(c.DeliveredByOthers)} to {c.Facts.RecipientDomain}.")
        {
            Fix = [c.Permission?.Fix ?? $"Compare the pool {c.Facts.Pool} with one that delivers: sending address, PTR, sender domain, login."],
            WouldChange = ["Would become Retry when the pool delivers to the domain again."],
        }),
        new("reply-asks-for-permission", c => c.Permission is not null && !c.Facts.RefusedInControlledRetry, c => new(
            Verdict.Investigate, c.Permission is { NamesUs: true } ? Confidence.High : Confidence.Medium, Cause.RelayPolicy, c.Permission?.SubCause,
            $"The reply speaks of our permission to relay, not of the recipient ({Said.Codes(c.Facts)}).")
        {
            Fix = [c.Permission?.Fix ?? ""],
            WouldChange = ["Would become Retry when the permission is restored and a controlled test is accepted."],
        }),
    ];

    /// <summary>Several people, one pool with failures only, another pool that delivers to the same domain.</summary>
    internal static bool IsOnePoolOnly(RefusalCase c) =>
        c.Family is RefusalFamily.Relay or RefusalFamily.Policy or RefusalFamily.Other
        && c.Facts.PeopleInIncident > 1 && c.Facts.FailingPools.Count <= 1 && c.DeliveredByOthers > 0 && c.DeliveredByOwnPool == 0;
}

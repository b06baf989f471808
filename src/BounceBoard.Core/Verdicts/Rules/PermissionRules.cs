using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The right server refused us, not the recipient: words or counts speak of our permission.</summary>
internal static class PermissionRules
{
    /// <summary>What is plainly about us; heard before counts, since everybody we write to is refused alike.</summary>
    public static IReadOnlyList<VerdictRule> Plain { get; } =
    [
        new("permission-was-restored", c => (IsOnePoolOnly(c) || NamesUs(c)) && IsServedAgain(c), c => new(
            Verdict.Retry, c.Facts.DeliveredInControlledRetry ? Confidence.High : Confidence.Medium, Cause.RelayPolicy, c.Permission?.SubCause ?? "one-pool-fails",
            $"{Said.Deliveries(c.DeliveredSince)} to {c.Facts.RecipientDomain} over the same pool since the last refusal at {Said.Time(c.Facts.IncidentLastAt ?? c.Facts.LastAt)}: the permission is there again.")
        {
            NotBefore = c.Facts.IncidentLastAt,
            Fix = ["Send a small sample first, over the same pool."],
            WouldChange = ["Would become Investigate if the pool is refused again."],
        }),
        new("one-pool-fails-others-deliver", IsOnePoolOnly, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.RelayPolicy, c.Permission?.SubCause ?? "one-pool-fails",
            $"Only the pool {c.Facts.Pool} is refused: {Said.People(c.Facts.PeopleInIncident)}, no delivery, while other pools made {Said.Deliveries(c.OthersMeanwhile)} to {c.Facts.RecipientDomain}.")
        {
            Fix = [c.Permission?.Fix ?? $"Compare the pool {c.Facts.Pool} with one that delivers: sending address, PTR, sender domain, login."],
            WouldChange = ["Would become Retry when the pool delivers to the domain again."],
        }),
        new("reply-names-our-permission", c => NamesUs(c) && !c.Facts.RefusedInControlledRetry, c => Asks(c, Confidence.High)),
    ];

    /// <summary>Words that also stand in the refusal of a server that does not know the domain; heard after an incident is ruled out.</summary>
    public static IReadOnlyList<VerdictRule> Standing { get; } =
    [
        new("reply-asks-for-permission", c => c.Permission is not null && !c.Facts.RefusedInControlledRetry, c => Asks(c, Confidence.Medium)),
    ];

    private static bool NamesUs(RefusalCase c) => c.Permission is { NamesUs: true };

    private static bool IsServedAgain(RefusalCase c) => c.DeliveredSince > 0 || c.Facts.DeliveredInControlledRetry;

    private static Ruling Asks(RefusalCase c, Confidence confidence) => new(
        Verdict.Investigate, confidence, Cause.RelayPolicy, c.Permission?.SubCause,
        $"The reply speaks of our permission to relay, not of the recipient ({Said.Codes(c.Facts)}).")
    {
        Fix = [c.Permission?.Fix ?? ""],
        WouldChange = ["Would become Retry when the permission is restored and a controlled test is accepted."],
    };

    /// <summary>Several people, one pool with failures only, another pool that delivers to the same domain.</summary>
    internal static bool IsOnePoolOnly(RefusalCase c) =>
        c.Family is RefusalFamily.Relay or RefusalFamily.Policy or RefusalFamily.Other
        && c.Facts.PeopleInIncident > 1 && c.Facts.FailingPools.Count <= 1 && c.OthersMeanwhile > 0 && c.OwnPoolMeanwhile == 0
        && c.Facts.OtherSendersAffected == 0 && c.Facts.ExplainedBy is null or "sender-pool";
}

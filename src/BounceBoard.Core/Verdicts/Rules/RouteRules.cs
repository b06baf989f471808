using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The server is not one that mail for the domain should go to.</summary>
internal static class RouteRules
{
    /// <summary>The route was wrong and is right again: the verdict moves without a new bounce.</summary>
    public static IReadOnlyList<VerdictRule> Corrected { get; } =
    [
        new("server-is-mx-now", c => c.MovedIntoPlace && !IsAboutMessage(c.Family), c => new(
            Verdict.Retry, Confidence.Medium, Cause.WrongMx, "stale-dns",
            $"{Said.Server(c.Facts)} was not an MX of {c.Facts.RecipientDomain} {Earlier(c)} and is one now.")
        {
            WouldChange = ["Would become Investigate if a retry is refused again."],
            Fix = ["Send a small sample first, over the same pool."],
        }),
        new("route-delivers-again", c => c.IsWrongServer && c.DeliveredSince > 0 && !IsAboutMessage(c.Family), c => new(
            Verdict.Retry, c.Facts.DeliveredInControlledRetry ? Confidence.High : Confidence.Medium, WrongCause(c), WrongSubCause(c),
            $"{Said.Deliveries(c.DeliveredSince)} to {c.Facts.RecipientDomain} {Over(c)}since the last refusal at {Said.Time(c.Facts.LastAt)}: the route was corrected.")
        {
            WouldChange = [$"Would become Investigate if {Said.Server(c.Facts)} refuses again."],
            Fix = ["Send a small sample first, over the same pool."],
            NotBefore = c.OldAnswerEndsAt,
        }),
        new("old-answer-has-expired", c => IsStale(c) && c.OldAnswerEndsAt is { } end && c.Now >= end && c.Facts.LastAt < end, c => new(
            Verdict.Retry, Confidence.Low, Cause.WrongMx, "stale-dns",
            $"The old MX answer ran out at {Said.Time(c.OldAnswerEndsAt ?? c.Now)}, after the last refusal: the sending host should have asked again.")
        {
            Missing = ["deliveries"],
            WouldChange = [$"Would become Investigate if {Said.Server(c.Facts)} refuses again after that time."],
            Fix = ["Refresh DNS on the sending host.", "Send a small sample first, over the same pool."],
            NotBefore = c.OldAnswerEndsAt,
        }),
    ];

    /// <summary>The route is wrong: somebody must put it right first.</summary>
    public static IReadOnlyList<VerdictRule> Wrong { get; } =
    [
        new("text-is-about-the-message", c => c.IsWrongServer && IsAboutMessage(c.Family), c => new(
            Verdict.Investigate, Confidence.Low, Cause.OtherPolicy, null,
            $"{Said.Codes(c.Facts)} is about the message or the sender, not about the route.")
        {
            Notes = [new("endpoint-not-in-mx", false, c.Facts.Comparison.How)],
            Fix = ["Do what the reply says.", .. RouteFix(c)],
            WouldChange = ["Would become Retry when mail reaches a current MX of the domain."],
        }),
        new("endpoint-pinned-by-route", c => c.Relation == EndpointRelation.Pinned, c => new(
            Verdict.Investigate, Confidence.High, Cause.PinnedRoute, null,
            $"{Said.Server(c.Facts)} is not an MX of {c.Facts.RecipientDomain}; the line '{c.Facts.Comparison.PinnedBy}' sends mail there.")
        {
            Fix = RouteFix(c),
            WouldChange = ["Would become Retry when the same pool delivers to the domain again."],
        }),
        new("endpoint-is-former-mx", IsStale, c => new(
            Verdict.Investigate, Confidence.High, Cause.WrongMx, "stale-dns", c.Facts.Comparison.How)
        {
            Fix = RouteFix(c),
            WouldChange = [StaleEnds(c)],
        }),
        // An unlisted smarthost asks for login in words that no other server has a reason for.
        new("foreign-relay-names-us", c => c.Relation == EndpointRelation.Foreign && c.Permission is { NamesUs: true }, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.RelayPolicy, c.Permission?.SubCause,
            $"{Said.Server(c.Facts)} is no MX of {c.Facts.RecipientDomain} and its reply speaks of our permission to relay.")
        {
            Missing = ["routes"],
            Fix = [c.Permission?.Fix ?? "", $"Add {Said.Server(c.Facts)} as a route if it is your smarthost."],
            WouldChange = ["Would become Retry when the relay accepts mail of this pool again."],
        }),
        new("endpoint-not-in-mx", c => c.Relation == EndpointRelation.Foreign, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.WrongMx, null, c.Facts.Comparison.How)
        {
            Fix = RouteFix(c),
            WouldChange = ["Would become Retry when the same pool delivers to the domain again."],
        }),
    ];

    private static bool IsStale(RefusalCase c) => c.Relation == EndpointRelation.FormerMx && !IsAboutMessage(c.Family);

    private static bool IsAboutMessage(RefusalFamily family) => family is RefusalFamily.Content or RefusalFamily.Reputation;

    private static Cause WrongCause(RefusalCase c) => c.Relation == EndpointRelation.Pinned ? Cause.PinnedRoute : Cause.WrongMx;

    private static string? WrongSubCause(RefusalCase c) => c.Relation == EndpointRelation.FormerMx ? "stale-dns" : null;

    private static string Earlier(RefusalCase c) =>
        c.Facts.ComparisonThen is null ? "at the first look after the refusal" : $"at {Said.Time(c.Facts.LastAt)}";

    private static string Over(RefusalCase c) => c.Facts.Pool is { } pool ? $"over the pool {pool} " : "";

    private static string StaleEnds(RefusalCase c) => c.OldAnswerEndsAt is { } end && end > c.Now
        ? $"Would become Retry at {Said.Time(end)}, when the old MX answer has run out, or earlier when the same pool delivers to the domain again."
        : "Would become Retry when the same pool delivers to the domain again.";

    private static IReadOnlyList<string> RouteFix(RefusalCase c) => c.Relation switch
    {
        EndpointRelation.Pinned => [$"Remove or correct the route line '{c.Facts.Comparison.PinnedBy}'.", "Reload the mail server and send a small sample."],
        EndpointRelation.FormerMx =>
        [
            "Refresh DNS on the sending host.",
            c.OldAnswerEndsAt is { } end && end > c.Now ? $"Or wait until {Said.Time(end)}: then the old MX answer has run out." : "Look for a local DNS cache or a hosts file that keeps the old answer.",
        ],
        _ => [$"Find out why the sending host connects to {Said.Server(c.Facts)}: a transport map, a smarthost, a hosts file or a DNS view.", "Add it as a route if it is yours."],
    };
}

using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Never Suppress while one of these holds; unverified evidence never sends either.</summary>
internal static class VerdictGuards
{
    public static IReadOnlyList<VerdictGuard> All { get; } =
    [
        new("unverified-evidence", Verdict.Suppress, Verdict.Retry, Confidence.Low, c => !c.Facts.Verified,
            _ => "No source vouches for this refusal: it answers no message that is known here.", "if a log or a DSN of a known message confirms it"),
        Suppress("incident-open-at-scope", c => c.Facts.IncidentOpenAtScope,
            c => $"An incident at the same scope is open, or was opened less than {c.Facts.Grace.TotalHours:0} hours ago.", "when the incident is closed and the grace period is over"),
        Suppress("inside-a-spike", c => c.Facts.SpikeSince is not null,
            _ => "The refusal lies in a time in which the whole scope failed: it says nothing of the address.", "if the recipient is refused again after it"),
        Suppress("resolvers-disagree", c => !c.Facts.Comparison.ResolversAgree,
            _ => "The resolvers disagree about the domain's MX.", "when the resolvers agree"),
        Suppress("dns-unknown", c => c.Facts.Comparison.AnyUnknown,
            _ => "A resolver gave no usable answer.", "when every resolver answers"),
        Suppress("endpoint-not-current-mx", c => c.Relation != EndpointRelation.CurrentMx,
            c => c.Facts.Comparison.How, "if an address or name in the current MX refuses the recipient too"),
        Suppress("route-was-not-clean", c => c.Facts.ComparisonThen is { } then && !IsClean(then),
            c => $"At the time of the refusal, {Said.Time(c.Facts.LastAt)}, the route was not clean: {c.Facts.ComparisonThen?.How}", "if the recipient is refused again over a clean route"),
        Suppress("relay-words-alone", c => c.IsRelayLike && !c.Facts.RefusedInControlledRetry,
            _ => "Relay words are the only evidence against the address.", "if a controlled retry over a clean route is refused again"),
        Suppress("not-permanent", c => c.Facts.Permanent != true,
            _ => "The refusal is not known to be final.", "if the refusal becomes permanent"),
        Suppress("grace-period", c => !c.GraceIsOver && !c.Facts.RefusedInControlledRetry,
            c => $"The grace period lasts until {Said.Time(c.GraceOverAt)}: an outage can look like dead mailboxes.", "at {grace} if no incident opens before"),
        Suppress("delivered-since", c => c.Facts.DeliveredInControlledRetry || c.Facts.DeliveredToRecipientSince,
            _ => "A message was delivered after this refusal.", "if the recipient is refused again over a clean route"),
    ];

    private static VerdictGuard Suppress(string id, Func<RefusalCase, bool> holds, Func<RefusalCase, string> text, string until) =>
        new(id, Verdict.Suppress, null, Confidence.Medium, holds, text, until);

    private static bool IsClean(EndpointComparison then) =>
        then is { Relation: EndpointRelation.CurrentMx, ResolversAgree: true, AnyUnknown: false };
}

using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The right server refused, and not because of one address: an incident at the receiver, or a domain its MX does not know.</summary>
internal static class ReceiverRules
{
    /// <summary>Never asks what the words were: during an outage any provider may say "no such user" to everybody.</summary>
    public static IReadOnlyList<VerdictRule> Incident { get; } =
    [
        new("sample-delivered", c => IsIncident(c) && c.IncidentIsOver && c.Facts.DeliveredInControlledRetry, c => new(
            Verdict.Retry, Confidence.High, Cause.ReceiverIncident, SubCause(c), $"{Affected(c)} A controlled retry was delivered since: the path is right again.")
        {
            NotBefore = StoppedAt(c).By(RefusalCase.SettlingTime),
            Fix = ["Send the rest in stages."],
            WouldChange = ["Would become Investigate if a stage is refused."],
        }),
        new("receiver-recovered", c => IsIncident(c) && c.IncidentIsOver, c => new(
            Verdict.Retry, SpikeEnd(c) is null ? Confidence.Medium : Confidence.High,
            Cause.ReceiverIncident, SubCause(c), $"{Affected(c)} {(SpikeEnd(c) is null ? "Mail is accepted again since" : "The refusals stopped at")} {Said.Time(StoppedAt(c))}.")
        {
            NotBefore = StoppedAt(c).By(RefusalCase.SettlingTime),
            Fix = ["Send a small sample first, then the rest in stages."],
            WouldChange = ["Would become Investigate if a sample is refused."],
        }),
        new("receiver-refuses-many", IsIncident, c => new(
            Verdict.Investigate, c.Facts.OtherSendersAffected >= RefusalCase.ManyOthers ? Confidence.High : Confidence.Medium, Cause.ReceiverIncident, SubCause(c), Affected(c))
        {
            Missing = c.KnowsDeliveries ? [] : ["deliveries"],
            Fix = ["Hold suppression.", "Retry a small sample when the refusals stop."],
            WouldChange = ["Would become Retry when deliveries to this scope resume."],
        }),
    ];

    /// <summary>The receiver's fault, and no matter of time: whoever runs the host must put it right.</summary>
    public static IReadOnlyList<VerdictRule> OneHost { get; } =
    [
        new("backup-mx-refuses", c => c.IsRelayLike && c.IsBackupHost && c.Delivered > 0 && !c.Facts.RefusedInControlledRetry && !c.IncidentIsOver, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.ReceiverMisconfigured, "backup-mx",
            $"{Said.Server(c.Facts)} is a backup MX of {c.Facts.RecipientDomain} and refuses to relay for it, while {Said.Deliveries(c.Delivered)} got through in the 24 hours before.")
        {
            Fix = [$"Tell the postmaster of {c.Facts.RecipientDomain}: the backup MX does not know the domain. Attach the evidence.", "Find out why the sending host does not reach the first MX."],
            WouldChange = ["Would become Retry when a message to the domain is delivered after the last refusal."],
        }),
    ];

    public static IReadOnlyList<VerdictRule> Misconfigured { get; } =
    [
        new("capital-letters-alone-fail", c => c.Facts.ExplainedBy == "upper-case" && (c.IsRelayLike || c.Family == RefusalFamily.Mailbox) && !c.Facts.RefusedInControlledRetry, c => new(
            c.IncidentIsOver ? Verdict.Retry : Verdict.Investigate, Confidence.Medium, Cause.ReceiverIncident, "case-sensitive-receiver",
            $"{Said.People(c.Facts.PeopleInIncident)} refused, all with a capital letter in the address, while addresses without one are delivered.")
        {
            NotBefore = c.IncidentIsOver ? StoppedAt(c).By(RefusalCase.SettlingTime) : null,
            Fix = [$"Tell the postmaster of {c.Facts.RecipientDomain}: local parts are read case-sensitively.", "Retry a small sample when addresses with capital letters are delivered."],
            WouldChange = ["Would become Retry when an address with a capital letter is delivered."],
        }),
        new("mx-does-not-know-domain", c => c.IsRelayLike && c.KnowsDeliveries && c.Delivered == 0 && !c.Facts.RefusedInControlledRetry, c => new(
            Verdict.Investigate, c.Facts.PeopleInIncident > 1 ? Confidence.Medium : Confidence.Low, Cause.ReceiverMisconfigured, "domain-unknown-to-mx",
            $"{Said.Server(c.Facts)} is an MX of {c.Facts.RecipientDomain} and refuses to relay for it; nothing was delivered to the domain in the 24 hours before.")
        {
            Fix = [$"Tell the postmaster of {c.Facts.RecipientDomain}: the MX host does not know the domain. Attach the evidence."],
            WouldChange = ["Would become Retry when a message to the domain is delivered."],
        }),
    ];

    /// <summary>
    /// A spike at the scope is an incident whatever was said. Relay words of a current MX to many people are one by themselves; dead mailboxes are many at
    /// any large provider.
    /// </summary>
    private static bool IsIncident(RefusalCase c) => !NothingEverArrives(c) && (c.Facts.SpikeSince is not null || (IsMany(c) && c.IsRelayLike));

    private static bool IsMany(RefusalCase c) => c.Facts.PeopleInIncident >= RefusalCase.ManyPeople || c.Facts.OtherSendersAffected >= RefusalCase.ManyOthers;

    // One domain, every recipient, no delivery before or since: that has no end to wait for.
    private static bool NothingEverArrives(RefusalCase c) =>
        c.IsRelayLike && c.KnowsDeliveries && c.Delivered == 0 && c.Facts.DeliveredSinceByPool.Values.Sum() == 0 && c.Now - c.Facts.FirstAt >= c.Facts.Grace;

    private static DateTimeOffset StoppedAt(RefusalCase c) => SpikeEnd(c) ?? c.Facts.IncidentLastAt ?? c.Facts.LastAt;

    // Whoever decides for an earlier time knows no end that came later; a test or a delivery may have shown the end before it.
    private static DateTimeOffset? SpikeEnd(RefusalCase c) => c.Facts.SpikeStoppedAt <= c.Now ? c.Facts.SpikeStoppedAt : null;

    private static string? SubCause(RefusalCase c) => c.Facts.ExplainedBy == "upper-case" ? "case-sensitive-receiver" : null;

    private static string Affected(RefusalCase c) =>
        $"{Said.People(c.Facts.PeopleInIncident)} refused by the current MX of {c.Facts.RecipientDomain}"
        + (c.Facts.FailingPools.Count > 1 ? $" over {c.Facts.FailingPools.Count} pools" : "")
        + (c.Delivered > 0 ? $", {Said.Deliveries(c.Delivered)} to the same domain in the 24 hours before." : ".");
}

using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The right server refused this one address.</summary>
internal static class AddressRules
{
    /// <summary>Whatever was said, a later message to the same person arrived.</summary>
    public static IReadOnlyList<VerdictRule> Served { get; } =
    [
        new("recipient-was-served-since", c => c.Facts.DeliveredToRecipientSince, c => new(
            Verdict.Retry, Confidence.High, c.IsRelayLike || c.Family == RefusalFamily.Mailbox ? Cause.ReceiverIncident : Cause.OtherPolicy, "passing",
            $"A message to this recipient was delivered after the refusal at {Said.Time(c.Facts.LastAt)}.")
        {
            Fix = ["Send again."],
            WouldChange = ["Would become Investigate if the recipient is refused again."],
        }),
    ];

    public static IReadOnlyList<VerdictRule> All { get; } =
    [
        new("refused-again-in-controlled-retry", c => c.Facts.RefusedInControlledRetry && c.Facts.Refusals > 1 && IsAboutAddress(c), c => new(
            Verdict.Suppress, Confidence.High, Cause.BadAddress, null,
            $"Refused {Said.Count(c.Facts.Refusals, "time", "times")} over a clean route, the last time in a controlled retry at {Said.Time(c.Facts.LastAt)}.")
        {
            Fix = ["Suppress the address."],
            WouldChange = ["Would become Investigate if an incident opens at this scope.", "Would become Retry if a message to the address is delivered."],
        }),
        new("mailbox-does-not-exist", c => c.IsDeadMailbox, c => new(
            Verdict.Suppress, Confidence.High, Cause.BadAddress, null,
            $"{Said.Server(c.Facts)}, an MX of {c.Facts.RecipientDomain}, says that the mailbox does not exist ({Said.Codes(c.Facts)}).")
        {
            Fix = ["Suppress the address."],
            WouldChange = ["Would become Investigate if an incident opens at this scope.", "Would become Retry if a message to the address is delivered."],
        }),
        new("mailbox-moved", c => c.Facts.Category == BounceCategory.MailboxMoved, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.BadAddress, "mailbox-moved", $"The reply says that the recipient has moved ({Said.Codes(c.Facts)}).")
        {
            Fix = ["Take the new address from the reply."],
            WouldChange = ["Would become Retry if a message to the address is delivered."],
        }),
        new("mailbox-refused-for-now", c => c.Family == RefusalFamily.Mailbox && c.Facts.Permanent == false, c => new(
            Verdict.Retry, Confidence.Low, Cause.BadAddress, "temporary",
            $"The current MX put this recipient off for now ({Said.Codes(c.Facts)}).")
        {
            NotBefore = c.Facts.LastAt.By(EarliestRetry.AfterDeferral),
            Fix = ["Leave it to the sending queue."],
            WouldChange = ["Would become Suppress if the refusal becomes permanent and lasts longer than the grace period."],
        }),
        new("mailbox-refused-unclearly", c => c.Family == RefusalFamily.Mailbox, c => new(
            Verdict.Investigate, Confidence.Low, Cause.BadAddress, null,
            $"The current MX refused this recipient, but code and text do not say clearly that the mailbox does not exist ({Said.Codes(c.Facts)}).")
        {
            Missing = c.Facts.ReplyText is null ? ["replyText"] : [],
            Fix = ["Try a controlled retry of this one recipient."],
            WouldChange = RetryDecides,
        }),
        new("only-this-recipient-fails", c => c.IsRelayLike && c.Delivered > 0, c => new(
            Verdict.Investigate, Confidence.Low, Cause.BadAddress, null,
            $"{Said.People(c.Facts.PeopleInIncident)} refused with relay words by a current MX that took {Said.Deliveries(c.Delivered)} for {c.Facts.RecipientDomain} in the 24 hours before.")
        {
            Fix = ["Try a controlled retry of this one recipient."],
            WouldChange = RetryDecides,
        }),
        new("relay-words-of-current-mx", c => c.IsRelayLike, c => new(
            Verdict.Investigate, Confidence.Low, Cause.Undetermined, null,
            $"{Said.Server(c.Facts)} is an MX of {c.Facts.RecipientDomain} and refuses to relay; whether others of the domain are accepted is not known.")
        {
            Missing = ["deliveries"],
            Fix = ["Import the delivery log of the same hours.", "Try a controlled retry of this one recipient."],
            WouldChange = [.. RetryDecides, "Would change when deliveries to the domain are known."],
        }),
    ];

    private static IReadOnlyList<string> RetryDecides =>
    [
        "Would become Suppress if a controlled retry over a clean route is refused again.",
        "Would become Retry if a controlled retry is delivered.",
    ];

    private static bool IsAboutAddress(RefusalCase c) => c.Facts.Permanent == true && (c.IsRelayLike || c.Family == RefusalFamily.Mailbox);
}

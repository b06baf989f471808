using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The right server refused for a reason that has nothing to do with routing or with the address.</summary>
internal static class OtherPolicyRules
{
    /// <summary>Replies whose matter is plain; they are heard before counts, since many people share a bad reputation.</summary>
    public static IReadOnlyList<VerdictRule> Named { get; } =
    [
        new("sending-address-has-no-ptr", c => c.Facts.Category == BounceCategory.RequiresPtr || c.Permission is { SubCause: "missing-ptr" }, c => new(
            Verdict.Investigate, Confidence.High, Cause.RelayPolicy, "missing-ptr", $"The receiver wants a reverse record of the sending address ({Said.Codes(c.Facts)}).")
        {
            Fix = [$"Publish a PTR record for {c.Facts.SendingIp ?? "the sending address"} and an A record that leads back."],
            WouldChange = ["Would become Retry when the reverse record is published and a controlled test is accepted."],
        }),
        new("misleading-words", c => c.Meaning is { Means: RefusalFamily.Policy or RefusalFamily.Reputation or RefusalFamily.Capacity }, c => new(
            c.Meaning?.Means == RefusalFamily.Capacity ? Verdict.Retry : Verdict.Investigate, Confidence.Medium, Cause.OtherPolicy, c.Meaning?.Id, c.Meaning?.Text ?? "")
        {
            NotBefore = c.Facts.LastAt.By(EarliestRetry.AfterDeferral),
            Fix = ["Do what the reply says."],
            WouldChange = ["Would become Investigate if a retry is refused again."],
        }),
        new("greylisted", c => c.Facts.Permanent != true && IsGreylisting(c.Facts.ReplyText), c => new(
            Verdict.Retry, Confidence.High, Cause.OtherPolicy, "greylisted", $"The receiver puts off senders it does not know yet ({Said.Codes(c.Facts)}).")
        {
            NotBefore = c.Facts.LastAt.By(EarliestRetry.AfterDeferral),
            Fix = ["Leave it to the sending queue; try again from the same address."],
            WouldChange = ["Would become Investigate if it lasts."],
        }),
        new("mailbox-is-full", c => c.Facts.Category == BounceCategory.MailboxFull && !c.IsOutageInAnyWords, c => new(
            Verdict.Retry, Confidence.Medium, Cause.OtherPolicy, "mailbox-full", $"The mailbox is full ({Said.Codes(c.Facts)}): the address is good.")
        {
            NotBefore = c.Facts.LastAt.By(EarliestRetry.AfterFullMailbox),
            WouldChange = ["Would become Investigate if it stays full."],
            Fix = ["Wait a day before the next message."],
        }),
        new("refused-for-content-or-reputation", c => c.Family is RefusalFamily.Content or RefusalFamily.Reputation && !c.IsOutageInAnyWords, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.OtherPolicy, null, $"The reply is about the message or the sender's reputation, not about the recipient ({Said.Codes(c.Facts)}).")
        {
            Fix = ["Do what the reply says."],
            WouldChange = ["Would become Retry when the same pool delivers to the domain again."],
        }),
        new("receiver-limits-the-rate", c => c.Family == RefusalFamily.Capacity && !c.IsOutageInAnyWords, c => new(
            Verdict.Retry, Confidence.Medium, Cause.OtherPolicy, "rate-or-capacity", $"The receiver has no room for this message now ({Said.Codes(c.Facts)}).")
        {
            NotBefore = c.Facts.LastAt.By(EarliestRetry.AfterDeferral),
            Fix = ["Send more slowly to this receiver."],
            WouldChange = ["Would become Investigate if an incident opens at this scope."],
        }),
    ];

    private static bool IsGreylisting(string? text) => text is not null
        && Array.Exists(["greylist", "graylist", "grey list", "gray list", "greylisting"], word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is left when nothing above holds; the last row always holds.</summary>
    public static IReadOnlyList<VerdictRule> Rest { get; } =
    [
        new("connection-or-system-trouble", c => c.Family is RefusalFamily.Network or RefusalFamily.System && c.Facts.Permanent != true, c => new(
            Verdict.Retry, Confidence.Low, Cause.OtherPolicy, "temporary", $"The right server had trouble of its own ({Said.Codes(c.Facts)}).")
        {
            NotBefore = c.Facts.LastAt.By(EarliestRetry.AfterDeferral),
            Fix = ["Leave it to the sending queue."],
            WouldChange = ["Would become Investigate if it lasts."],
        }),
        new("refused-by-policy", c => c.Family is RefusalFamily.Policy or RefusalFamily.Capacity or RefusalFamily.Network or RefusalFamily.System, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.OtherPolicy, null, $"The right server refused by a rule of its own ({Said.Codes(c.Facts)}).")
        {
            Fix = ["Do what the reply says."],
            WouldChange = ["Would become Retry when the same pool delivers to the domain again."],
        }),
        new("nothing-decides", _ => true, c => new(
            Verdict.Investigate, Confidence.Low, Cause.Undetermined, null, $"The right server refused, and the reply does not say why ({Said.Codes(c.Facts)}).")
        {
            Missing = c.Facts.ReplyText is null ? ["replyText"] : [],
            Fix = ["Read the reply, and try a controlled retry of this one recipient."],
            WouldChange = ["Would become Retry if a controlled retry is delivered."],
        }),
    ];
}

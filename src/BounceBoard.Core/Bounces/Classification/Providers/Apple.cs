using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>iCloud: from its postmaster page, and codes in brackets such as <c>[CS01]</c> and <c>[HM08]</c>.</summary>
internal static class Apple
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "icloud.com", "me.com", "mac.com", "apple.com",
        ],
        Marks =
        [
            "support.apple.com",
        ],
        Rows =
        [
            new("inactive email address", BadMailbox, "5.1.1"),
            new("unknown user", BadMailbox, "5.1.1"),
            new("user does not exist", BadMailbox, "5.1.1"),
            new("unable to deliver to", BadMailbox, "5.1.1"),
            new("no longer on server", MailboxMoved, "5.1.6"),
            new("over quota", MailboxFull, "5.2.2"),
            new("relay access denied", RelayDenied, "custom domain not added yet"),
            new("present in the spamhaus", Blocked, "a domain in the message or its sender is listed"),
            new("listing in spamhaus", Blocked, "address listed"),
            new("dnsbl-lookup", Blocked, "Proofpoint's list"),
            new("blocked - see", Blocked, "Proofpoint's list"),
            new("not accepting connections", Blocked, "the greeting of its gateways"),
            new("dmarc policy", AuthFailed, "5.7.1"),
            new("due to local policy", PolicyViolation, "CS01, HM07, HM08"),
            new("[cs01]", PolicyViolation, "content or sender"),
            new("[hm0", PolicyViolation, "content or sender"),
            new("excessive volume", RateLimited, "4.7.1"),
            new("sender address rejected", SenderRejected, "4.1.8"),
        ],
    };
}

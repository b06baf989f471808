using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>GoDaddy (secureserver.net): a code <c>IBnnn</c> in the reply, from its help page on bounces.</summary>
internal static class SecureServer
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "secureserver.net", "godaddy.com",
        ],
        Marks =
        [
            " ib007", " ib1", " ib2", " ib4", " ib5", " ib6", " ib7",
        ],
        Rows =
        [
            new(" ib007", RateLimited, "too many sessions"),
            new(" ib101", RateLimited, "server busy"),
            new(" ib103", BadReputation, "poor reputation at Cloudmark"),
            new(" ib104", Blocked, "Spamhaus SBL"),
            new(" ib105", Blocked, "Spamhaus XBL"),
            new(" ib106", Blocked, "Spamhaus PBL"),
            new(" ib108", RequiresPtr, "reverse DNS failed"),
            new(" ib110", Blocked, "too much spam, blocked for an hour"),
            new(" ib111", Blocked, "too much spam, blocked for the day"),
            new(" ib112", Blocked, "too many invalid recipients, an hour"),
            new(" ib113", Blocked, "too many invalid recipients, the day"),
            new(" ib212", SpamDetected, "content judged to be spam"),
            new(" ib401", SecurityError, "authentication on an inbound server"),
            new(" ib501", NotCompliant, "blank From"),
            new(" ib502", NotCompliant, "IP address as From"),
            new(" ib504", RateLimited, "too many messages this hour"),
            new(" ib506", SenderRejected, "From domain is invalid"),
            new(" ib508", AuthFailed, "SPF does not allow the server"),
            new(" ib510", RateLimited, "too many messages in a session"),
            new(" ib605", RateLimited, "too many recipients in a message"),
            new(" ib607", RateLimited, "too many recipients this hour"),
            new(" ib705", VirusDetected, "virus"),
        ],
    };
}

using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Symantec Email Security.cloud (MessageLabs): words of its towers, before the customer's own server.</summary>
internal static class MessageLabs
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "messagelabs.com", "symanteccloud.com",
        ],
        Marks =
        [
            "messagelabs.com", "symanteccloud.com",
        ],
        Rows =
        [
            new("as a relay", RelayDenied, "the domain or our address is not the customer's"),
            new("invalid recipient", BadMailbox, "address registration"),
            new("no such user", BadMailbox, "address registration"),
            new("message filtered", SpamDetected, "content"),
            new("domain authentication fail", AuthFailed, "SPF"),
            new("connection rejected by policy", Blocked, "[7.7]"),
            new("requested action aborted [7.2]", RateLimited, "slowed down at the door"),
            new("in the pbl", Blocked, "Spamhaus"),
            new("email address has been blacklisted", SenderRejected, "customer's list of senders"),
            new("turn on smtp authentication", SecurityError, "submission"),
        ],
    };
}

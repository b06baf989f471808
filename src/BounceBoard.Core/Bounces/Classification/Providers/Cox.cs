using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Cox: words behind <c>AUP#</c>, from its page on e-mail error codes. <c>IPBL</c> is always a list of addresses, <c>URLBL</c> one of links.</summary>
internal static class Cox
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "cox.net", "coxmail.com",
        ],
        Marks =
        [
            "aup#cx", "aup#cd", "aup#ipbl", "aup#urlbl",
        ],
        Rows =
        [
            new("aup#cxbl", Blocked, "blocked for behaviour like spam"),
            new("aup#cxdns", RequiresPtr, "reverse DNS"),
            new("aup#cxsndr", AuthFailed, "SPF or DKIM of the sender's domain"),
            new("aup#cxsmtp", SenderRejected, "violation of the protocol, sender not verified"),
            new("aup#cxcnct", RateLimited, "more than ten connections"),
            new("aup#cxmxrt", RateLimited, "too many recipients"),
            new("aup#cdrbl", Blocked, "blocked for a day at most"),
            new("aup#cxthrt", SecurityError, "suspicious account"),
            new("aup#cxmj", SecurityError, "suspicious account"),
            new("aup#ipbl", Blocked, "DNS lists"),
            new("aup#urlbl", SpamDetected, "a link in the message is listed"),
        ],
    };
}

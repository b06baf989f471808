using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Facebook and Instagram: letters for the place, P for permanent, T for temporary, from its postmaster page.</summary>
internal static class Facebook
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "facebook.com", "facebookmail.com", "instagram.com", "meta.com",
        ],
        Marks =
        [
            "postmaster.facebook.com", "facebook.com/postmaster",
        ],
        Rows =
        [
            new("rcp-p1", BadMailbox, "recipient does not exist"),
            new("rcp-p2", Filtered, "recipient takes no mail from this sender"),
            new("rcp-p3", Filtered, "recipient's choice"),
            new("rcp-t", RateLimited, "recipient gets too much"),
            new("pol-p1", Blocked, "address listed"),
            new("pol-p2", RequiresPtr, "reverse DNS"),
            new("pol-p3", BadReputation, "address sends what people complain of"),
            new("pol-p4", Blocked, "address"),
            new("pol-p5", VirusDetected, "virus"),
            new("pol-p6", SpamDetected, "a link in the message"),
            new("pol-p7", AuthFailed, "DMARC"),
            new("pol-t", RateLimited, "rate of the address"),
            new("con-t", RateLimited, "connections"),
            new("msg-p1", MessageTooBig, "size"),
            new("msg-p3", NotCompliant, "malformed"),
            new("int-t", SystemError, "its own fault"),
            new("dns-p", SenderRejected, "sender's domain does not exist"),
            new("dns-t", SenderRejected, "sender's domain cannot be found now"),
        ],
    };
}

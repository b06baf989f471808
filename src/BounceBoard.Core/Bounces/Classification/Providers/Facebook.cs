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
            new("int-p1", BadMailbox, "recipient does not exist"),
            new("int-p3", BadMailbox, "recipient does not exist"),
            new("int-p4", BadMailbox, "recipient does not exist"),
            new("rcp-p2", Filtered, "recipient takes no mail"),
            new("rcp-p3", Filtered, "recipient's choice"),
            new("rcp-t4", InactiveMailbox, "account switched off for now"),
            new("rcp-t", SystemError, "its own fault"),
            new("pol-p1", Blocked, "address listed"),
            new("pol-p2", Blocked, "address listed as an access provider's"),
            new("pol-p3", Blocked, "address, for hours"),
            new("pol-p4", Blocked, "address, for days"),
            new("pol-p5", VirusDetected, "virus"),
            new("pol-p6", ContentRejected, "a link in the message"),
            new("pol-p7", AuthFailed, "DMARC"),
            new("pol-t", Blocked, "address, for an hour or two"),
            new("con-t1", SystemError, "its own fault"),
            new("con-t", RateLimited, "connections"),
            new("msg-p1", MessageTooBig, "size"),
            new("int-p2", MessageTooBig, "size"),
            new("msg-p", ContentRejected, "malformed"),
            new("int-t", SystemError, "its own fault"),
            new("dns-p", SenderRejected, "sender's domain does not exist"),
            new("dns-t", SenderRejected, "sender's domain cannot be found now"),
        ],
    };
}

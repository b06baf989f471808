using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>GMX, WEB.DE, mail.com and IONOS: from their common postmaster pages; <c>?c=</c> in the link names the rule.</summary>
internal static class Gmx
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "gmx.net", "gmx.de", "gmx.com", "gmx.at", "gmx.ch", "web.de", "mail.com", "kundenserver.de", "perfora.net",
            "1and1.com", "ionos.com", "ionos.de", "ui-portal.de",
        ],
        Marks =
        [
            "postmaster.gmx", "postmaster.web.de", "postmaster.mail.com", "postmaster.1and1", "postmaster.ionos",
        ],
        Rows =
        [
            new("bad dns ptr", RequiresPtr, "reverse DNS"),
            new("invalid dns mx or a/aaaa", SenderRejected, "sender's domain takes no mail"),
            new("dynamic ip", Blocked, "address"),
            new("ip address is black listed", Blocked, "address"),
            new("ip address is blacklisted", Blocked, "address"),
            new("bad sender ip address", Blocked, "address"),
            new("no smtp service", Blocked, "the greeting"),
            new("reject due to policy restrictions", PolicyViolation, "content or sender"),
            new("reject due to spf", AuthFailed, "SPF"),
            new("reject due to dmarc", AuthFailed, "DMARC"),
            new("dmarc policy", AuthFailed, "DMARC"),
            new("c=rl", RateLimited, "rate of the address"),
            new("resources temporarily not available", RateLimited, "rate of the address"),
            new("exceeded storage allocation", MailboxFull, "552"),
            new("quota exceeded", MailboxFull, "552"),
            new("spam message not queued", SpamDetected, "content"),
            new("mailbox unavailable", BadMailbox, "550"),
            new("invalid recipient", BadMailbox, "550"),
        ],
    };
}

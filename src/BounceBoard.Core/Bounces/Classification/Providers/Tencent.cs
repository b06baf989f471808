using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>QQ, Foxmail and Exmail: from the help pages on returned mail; the words mean more there than elsewhere.</summary>
internal static class Tencent
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "qq.com", "foxmail.com", "tencent.com",
        ],
        Marks =
        [
            "mail.qq.com",
        ],
        Rows =
        [
            new("mailbox unavailable or access denied", RateLimited, "too many mails to one mailbox, or from one sender"),
            new("is a deactivated mailbox", InactiveMailbox, "not used for long"),
            new("account is abnormal", InactiveMailbox, "locked"),
            new("mailbox not found", BadMailbox, "550"),
            new("mailbox unavailable", BadMailbox, "550"),
            new("suspected bounce attacks", Blocked, "empty sender, too many"),
            new("suspected spam ip", Blocked, "address"),
            new("connection denied", Blocked, "address"),
            new("ip frequency limited", RateLimited, "address"),
            new("connection frequency limited", RateLimited, "address"),
            new("domain frequency limited", RateLimited, "sender's domain"),
            new("sender frequency limited", RateLimited, "sender"),
            new("mail is rejected by recipients", Filtered, "recipient's list"),
            new("spf check failed", AuthFailed, "sender's domain"),
            new("dmarc check failed", AuthFailed, "sender's domain"),
            new("mail content denied", SpamDetected, "content"),
            new("spam is embedded", SpamDetected, "content"),
            new("suspected spam", SpamDetected, "content"),
            new("bad address syntax", SyntaxError, "address"),
            new("message too large", MessageTooBig, "size"),
        ],
    };
}

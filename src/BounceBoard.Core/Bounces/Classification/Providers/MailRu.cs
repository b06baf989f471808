using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Mail.ru: words of its gateways, from its postmaster pages.</summary>
internal static class MailRu
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "mail.ru", "inbox.ru", "bk.ru", "list.ru", "internet.ru", "vk.com",
        ],
        Marks =
        [
            "help.mail.ru",
        ],
        Rows =
        [
            new("unavailable: account is disabled", InactiveMailbox, "550"),
            new("account is disabled", InactiveMailbox, "550"),
            new("invalid mailbox", BadMailbox, "'Message was not accepted -- invalid mailbox. Local mailbox … is unavailable: user not found'"),
            new("user not found", BadMailbox, "550"),
            new("user is terminated", InactiveMailbox, "550"),
            new("over quota", MailboxFull, "552"),
            new("spam message rejected", SpamDetected, "notspam-support"),
            new("spam message discarded", SpamDetected, "notspam-support"),
            new("dynamic ip or generic dns", Blocked, "address that looks like an access provider's"),
            new("access from ip address*blocked", Blocked, "address"),
            new("dmarc", AuthFailed, "550"),
            new("ratelimit exceeded", RateLimited, "451"),
            new("non-local user", RelayDenied, "'Sorry, no relaying: non-local user'"),
        ],
    };
}

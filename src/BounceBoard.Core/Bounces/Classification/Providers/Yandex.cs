using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Yandex: words of its gateways, from its help page on bounces; 5.7.1 stands before all of them.</summary>
internal static class Yandex
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "yandex.ru", "yandex.net", "yandex.com", "ya.ru", "yandex-team.ru",
        ],
        Marks =
        [
            "yandex.ru/support", "feedback.yandex.ru",
        ],
        Rows =
        [
            new("no such user", BadMailbox, "5.7.1 at RCPT TO"),
            new("bad address mailbox syntax", SyntaxError, "address"),
            new("bad recipient address syntax", SyntaxError, "address"),
            new("policy rejection on the target address", InactiveMailbox, "blocked, or never used"),
            new("exceeded their message rate limit", RateLimited, "recipient"),
            new("mailbox size limit exceeded", MailboxFull, "recipient"),
            new("message rejected under suspicion of spam", SpamDetected, "content"),
            new("message infected by virus", VirusDetected, "content"),
            new("come back later", SystemError, "451"),
            new("relay", RelayDenied, "sender not logged in, or domain not hosted"),
            new("sender address rejected", SenderRejected, "address"),
            new("too many recipients", RateLimited, "per message"),
        ],
    };
}

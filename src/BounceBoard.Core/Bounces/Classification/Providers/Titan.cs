using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Titan: from its page on reject codes of incoming mail.</summary>
internal static class Titan
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "titan.email",
        ],
        Rows =
        [
            new("protocol error", NotCompliant, "550 5.5.1, commands or their order"),
            new("does not accept mail (nullmx)", SenderRejected, "550 5.7.27, sender's domain takes no mail"),
            new("sender address rejected: domain not found", SenderRejected, "550 5.1.8, sender's domain has neither MX nor address"),
            new("quota exceeded (mailbox for user is full)", MailboxFull, "552 5.2.2"),
        ],
    };
}

using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Aruba and its Czech house Forpsi: from their guides to errors. Before the words stands a number of the message, <c>552 5.2.0 … spam detected</c>.</summary>
internal static class Aruba
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "aruba.it", "forpsi.com",
        ],
        Marks =
        [
            ".aruba.it bizsmtp", ".forpsi.com bizsmtp",
        ],
        Rows =
        [
            new("policy violation", RateLimited, "too many messages in a short time; passes"),
            new("sender is blacklisted", Filtered, "recipient's list"),
            new("blocked by spf", AuthFailed, "SPF of the sender's domain"),
            new("spam detected", SpamDetected, "content"),
            new("user is over quota", MailboxFull, "mailbox"),
            new("final recipient mailbox is full", MailboxFull, "mailbox"),
        ],
    };
}

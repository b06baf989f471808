using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Free: from its postmaster page, and what its servers are seen to say in logs.</summary>
internal static class Free
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "free.fr",
        ],
        Marks =
        [
            "postmaster.free.fr",
        ],
        Rows =
        [
            new("your reverse dns entry does not resolve", RequiresPtr, "421, name and address do not lead to one another"),
            new("blocked due to inactivity", InactiveMailbox, "5.2.1"),
            new("user quota exceeded", MailboxFull, "5.2.2"),
            new("virus detected", VirusDetected, "content"),
            new("spam detected", SpamDetected, "content"),
        ],
    };
}

using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>FortiMail: its own names for lists of links and of addresses.</summary>
internal static class FortiMail
{
    public static ProviderTable Table { get; } = new()
    {
        Marks =
        [
            "fortispamshield", "fortiguard", "fortimail",
        ],
        Rows =
        [
            new("fortispamshield blocking url", SpamDetected, "a link in the message"),
            new("black ip", Blocked, "address"),
            new("fortiguard*ip", Blocked, "address"),
            new("fortispamshield", SpamDetected, "content"),
            new("relaying denied", RelayDenied, "domain not protected by it"),
        ],
    };
}

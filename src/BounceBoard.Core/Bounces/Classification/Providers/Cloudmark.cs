using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Cloudmark, in front of many access providers: the page to which it sends us tells that the address is meant.</summary>
internal static class Cloudmark
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "cloudmark.com",
        ],
        Marks =
        [
            "cloudmark.com",
        ],
        Rows =
        [
            new("refused - see", Blocked, "address"),
            new("blocked - see", Blocked, "address"),
            new("reset-request", Blocked, "address"),
            new("poor reputation", BadReputation, "address"),
            new("content", SpamDetected, "content"),
        ],
    };
}

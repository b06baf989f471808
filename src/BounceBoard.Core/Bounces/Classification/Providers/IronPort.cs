using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Cisco IronPort: what its listener says of sender groups and of its access tables.</summary>
internal static class IronPort
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "iphmx.com",
        ],
        Marks =
        [
            "senderbase.org", "talosintelligence.com",
        ],
        Rows =
        [
            new("#5.1.0 address rejected", RelayDenied, "recipient access table; also used for unknown users"),
            new("poor reputation", BadReputation, "SenderBase, Talos"),
            new("access to*rejected", Blocked, "sender group of our address"),
            new("blocked by", Blocked, "SenderBase, Talos"),
            new("blocked due to", Blocked, "SenderBase, Talos"),
            new("senderbase", BadReputation, "the page to which it sends us"),
        ],
    };
}

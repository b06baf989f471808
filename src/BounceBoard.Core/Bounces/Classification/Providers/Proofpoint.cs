using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Proofpoint and Proofpoint Essentials: its gateways answer for the customer's server behind them.</summary>
internal static class Proofpoint
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "pphosted.com", "ppe-hosted.com", "proofpoint.com",
        ],
        Marks =
        [
            "proofpoint.com",
        ],
        Rows =
        [
            new("blocked - see", Blocked, "its dynamic reputation list"),
            new("dnsbl-lookup", Blocked, "its dynamic reputation list"),
            new("marked as invalid", BadMailbox, "Essentials: address list of the customer"),
            new("user unknown", BadMailbox, "recipient verification"),
            new("invalid helo", Blocked, "greeting"),
            new("reverse lookup rejected", RequiresPtr, "reverse DNS"),
            new("relaying denied", RelayDenied, "domain not registered there"),
            new("reject, id=", SpamDetected, "content"),
        ],
    };
}

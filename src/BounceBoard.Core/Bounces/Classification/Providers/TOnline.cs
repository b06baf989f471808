using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>T-Online (Deutsche Telekom): its addresses for senders tell the cause.</summary>
internal static class TOnline
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "t-online.de", "t-ipnet.de", "magenta.de",
        ],
        Marks =
        [
            "rx.t-online.de",
        ],
        Rows =
        [
            new("bad reputation", BadReputation, "'None/bad reputation', tobr@"),
            new("a problem occurred", Blocked, "tosa@: address without a proper name, or listed"),
            new("dialup/transient ip", Blocked, "toda@"),
        ],
    };
}

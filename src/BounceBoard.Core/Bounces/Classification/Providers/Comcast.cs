using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Comcast: letters for the cause and a number, from its postmaster pages.</summary>
internal static class Comcast
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "comcast.net", "xfinity.com",
        ],
        Marks =
        [
            "postmaster.comcast.net", "xfinity.com/postmaster",
        ],
        Rows =
        [
            new("rl000", RateLimited, "sessions or messages"),
            new("rl00", RateLimited, "sessions or messages"),
            new("bl00", Blocked, "address"),
            new("bl10", Blocked, "address"),
            new("pt00", RequiresPtr, "reverse DNS"),
            new("dm00", AuthFailed, "DMARC"),
            new("too many sessions opened", RateLimited, "address"),
            new("throttled", RateLimited, "address"),
            new("account not available", InactiveMailbox, "5.2.0"),
        ],
    };
}

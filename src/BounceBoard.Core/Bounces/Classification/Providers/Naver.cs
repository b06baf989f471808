using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Naver: an address that sends much without being known to it is filtered, from Korean lists of returned mail.</summary>
internal static class Naver
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "naver.com",
        ],
        Marks =
        [
            "realip.naver.com",
        ],
        Rows =
        [
            new("is filtered and this connection will be closed", Blocked, "421 4.3.2, address not registered"),
            new("must register your ip", Blocked, "421 4.3.2, address not registered"),
        ],
    };
}

using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Daum and Hanmail (Kakao): four letters, then our address. <c>C</c> for the connection, <c>R</c> for the recipient, <c>D</c> for the message.</summary>
internal static class Daum
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "daum.net", "hanmail.net",
        ],
        Rows =
        [
            // "Server is busy (RT)", but its list of replies says otherwise.
            new("ccrt ", Blocked, "421 4.4.5, address taken for a spammer's, for now"),
            new("chic ", SystemError, "421 4.4.1, its network is busy"),
            new("rusr ", BadMailbox, "550 5.1.1, no such user"),
            new("ract ", InactiveMailbox, "550 5.2.1, not used for long"),
            new("das*blocked automatically by anti-spam system", Blocked, "554 5.7.1, listed after spam"),
        ],
    };
}

using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>163.com, 126.com and yeah.net: two letters for the place, three for the cause, from the help page <c>help_spam_16</c>.</summary>
internal static class NetEase
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "163.com", "126.com", "yeah.net", "netease.com", "188.com", "vip.163.com",
        ],
        Marks =
        [
            "mail.163.com/help", "mail.163.com/help/help_spam",
        ],
        Rows =
        [
            new("hl:rep", Blocked, "many unknown recipients from one address"),
            new("hl:ihu", Blocked, "address"),
            new("hl:ipb", Blocked, "address"),
            new("hl:itc", RateLimited, "connections from one address"),
            new("hl:icc", RateLimited, "connections from one address at a time"),
            new("hl:ifc", RateLimited, "messages from one address"),
            new("hl:iaf", RateLimited, "logins from one address"),
            new("hl:mep", RateLimited, "messages in a connection"),
            new("mi:cel", RateLimited, "errors in a connection"),
            new("mi:dmc", RateLimited, "messages in a connection"),
            new("mi:ccl", RateLimited, "commands in a connection"),
            new("mi:stc", RateLimited, "messages of a sender"),
            new("rp:drc", RateLimited, "recipients in a connection"),
            new("rp:ccl", RateLimited, "commands in a connection"),
            new("rp:rcl", RateLimited, "recipients in a message"),
            new("rp:qrc", RateLimited, "recipients of a sender"),
            new("rp:cel", RateLimited, "errors in a connection"),
            new("rp:trc", RateLimited, "recipients of an address"),
            new("wm:bli", Blocked, "address on its list"),
            new("wm:blu", Filtered, "sender on the recipient's list"),
            new("dt:sum", SenderRejected, "envelope sender and From differ"),
            new("dt:spm", SpamDetected, "content"),
            new("ib:spam tag", SpamDetected, "content"),
            new("mi:esb", SenderRejected, "sender on its list"),
            new("mi:spb", SenderRejected, "sender on its list"),
            new("mi:fur", SenderRejected, "sender who is no user there"),
            new("mi:spf", AuthFailed, "SPF does not allow the server"),
            new("mi:imf", NotCompliant, "From header"),
            new("mi:nhd", NotCompliant, "header missing"),
        ],
    };
}

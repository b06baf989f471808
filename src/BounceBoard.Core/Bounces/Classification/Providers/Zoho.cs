using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Zoho Mail: words of its gateways and of its submission hosts.</summary>
internal static class Zoho
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "zoho.com", "zoho.eu", "zoho.in", "zohomail.com",
        ],
        Marks =
        [
            "zoho.com/",
        ],
        Rows =
        [
            new("relaying disallowed", RelayDenied, "sender is not the account's, or domain not hosted"),
            new("not allowed to relay", RelayDenied, "sender is not the account's"),
            new("unusual sending activity", RateLimited, "5.4.6: account limited"),
            new("mailpolicy violation", PolicyViolation, "rule of the organization"),
            new("only accepting mail from specific email addresses", Filtered, "recipient's list"),
            new("email detected as spam", SpamDetected, "content"),
        ],
    };
}

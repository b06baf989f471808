using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>
/// SFR, Neuf, Numericable and its other names: <c>SFR_IN_104</c>. The first digit is its own business, the other two say for what the address is shut
/// out for two hours, whatever the rest of the reply says.
/// </summary>
internal static class SfrCodes
{
    private const string Mark = "sfr_in_";

    private static readonly ProviderCode[] Rows =
    [
        new("01", Blocked, "too many messages found to be spam"),
        new("02", Blocked, "viruses"),
        new("03", Blocked, "too many errors of protocol"),
        new("04", Blocked, "too many unknown recipients"),
        new("05", RateLimited, "too many messages"),
    ];

    public static BounceCategory? Find(string words)
    {
        var at = words.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }
        var text = words.AsSpan(at + Mark.Length);
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        var code = digits.Length == 3 ? digits[1..].ToString() : "";
        return Array.Find(Rows, row => row.Code == code)?.Category;
    }
}

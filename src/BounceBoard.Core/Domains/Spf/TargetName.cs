namespace BounceBoard.Core.Domains.Spf;

/// <summary>Names that macros or senders made up: may DNS be asked for them?</summary>
internal static class TargetName
{
    public const int Longest = 253;
    private const int LongestLabel = 63;

    /// <summary>
    /// Labels of 1 to 63 ASCII characters, 253 in all (RFC 1035 §2.3.4). A name that fails cannot exist, so a mechanism that asks for it does not match;
    /// that holds for local parts outside ASCII too (RFC 8616 §4).
    /// </summary>
    public static bool CanExist(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest || name.ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }
        var label = 0;
        foreach (var c in name)
        {
            label = c == '.' ? (label == 0 ? LongestLabel + 1 : 0) : label + 1;
            if (label > LongestLabel)
                return false;
        }
        return label > 0;
    }

    /// <summary>A name for which check_host() may be asked: not malformed, more than one label, no address literal (RFC 7208 §4.3).</summary>
    public static bool IsQualified(ReadOnlySpan<char> name) => CanExist(name) && name.Contains('.') && name[0] != '[';

    public static string WithoutRootDot(string name) => name is [.., '.'] ? name[..^1] : name;

    /// <summary>Drops labels on the left until the name is at most 253 characters long (RFC 7208 §7.3).</summary>
    public static string Shortened(string name)
    {
        while (name.Length > Longest && name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot)
        {
            name = name[(dot + 1)..];
        }
        return name;
    }
}

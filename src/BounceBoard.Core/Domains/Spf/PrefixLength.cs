namespace BounceBoard.Core.Domains.Spf;

/// <summary>Reads a prefix length from the end of a mechanism (RFC 7208 §5.6, §12).</summary>
internal static class PrefixLength
{
    /// <summary>Cuts <c>/24</c> or <c>//64</c> off the end. What ends in no digits after a slash has no length, which is allowed.</summary>
    /// <param name="mark">One slash, or two for the second length of <c>a</c> and <c>mx</c>.</param>
    /// <returns>False when there is a length that the grammar forbids.</returns>
    public static bool TryCut(ref ReadOnlySpan<char> text, string mark, int most, out int? length)
    {
        length = null;
        var slash = text.LastIndexOf('/');
        // A slash may also stand inside a macro or a literal; then more than digits follows.
        if (slash < 0 || text[(slash + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            return true;
        }
        var isDouble = slash > 0 && text[slash - 1] == '/';
        if (isDouble != (mark.Length == 2))
        {
            // One slash where two are looked for is the other length; two where one is looked for is one too many.
            return mark.Length == 2;
        }
        var digits = text[(slash + 1)..];
        if (digits.Length is 0 or > 3 || (digits[0] == '0' && digits.Length > 1))
        {
            return false;
        }
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }
        text = text[..(slash + 1 - mark.Length)];
        length = value;
        return value <= most;
    }
}

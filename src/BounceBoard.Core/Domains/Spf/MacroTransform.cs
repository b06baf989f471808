using System.Globalization;

namespace BounceBoard.Core.Domains.Spf;

/// <summary>Splits, reverses and shortens the value of a macro (RFC 7208 §7.3).</summary>
internal static class MacroTransform
{
    /// <param name="transformers">What follows the macro's letter: digits, <c>r</c>, delimiters; all may be left out.</param>
    public static string Apply(string value, ReadOnlySpan<char> transformers)
    {
        if (transformers.IsEmpty)
        {
            return value;
        }
        var letters = transformers.IndexOfAnyExceptInRange('0', '9');
        var digits = letters < 0 ? transformers : transformers[..letters];
        var rest = letters < 0 ? [] : transformers[letters..];
        var isReversed = rest is ['r' or 'R', ..];
        var delimiters = isReversed ? rest[1..] : rest;
        var parts = value.Split(delimiters.IsEmpty ? ['.'] : delimiters.ToArray());
        if (isReversed)
        {
            Array.Reverse(parts);
        }
        // More parts than there are is all of them, however long the number.
        var kept = digits.IsEmpty || !int.TryParse(digits, CultureInfo.InvariantCulture, out var wanted) ? parts.Length : Math.Min(wanted, parts.Length);
        return string.Join('.', parts[^kept..]);
    }
}

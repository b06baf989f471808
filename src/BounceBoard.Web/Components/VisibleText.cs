using System.Globalization;
using System.Text;

namespace BounceBoard.Web.Components;

/// <summary>Text of strangers as it is shown: what would hide, reorder or move other text becomes a visible mark.</summary>
internal static class VisibleText
{
    /// <summary>Control, bidirectional and zero-width characters (Unicode categories Cc and Cf) as their code point, <c>[U+202E]</c>; line ends and tabs stay.</summary>
    public static string Marked(string text)
    {
        if (!text.Any(Hides))
        {
            return text;
        }
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = Hides(c) ? shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]") : shown.Append(c);
        }
        return shown.ToString();
    }

    /// <summary>The text in pieces, cut before each of <paramref name="signs"/>.</summary>
    public static IReadOnlyList<string> BreakBefore(string text, params ReadOnlySpan<char> signs)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (signs.Contains(text[at]))
            {
                pieces.Add(text[start..at]);
                start = at;
            }
        }
        pieces.Add(text[start..]);
        return pieces;
    }

    private static bool Hides(char c) =>
        c is not ('\n' or '\r' or '\t') && char.GetUnicodeCategory(c) is (UnicodeCategory.Control or UnicodeCategory.Format);
}

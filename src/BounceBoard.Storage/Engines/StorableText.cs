using System.Text;

namespace BounceBoard.Storage.Engines;

/// <summary>Text as PostgreSQL can keep it: no NUL, no half of a surrogate pair. Mail holds both; the raw bytes stay as they came.</summary>
internal static class StorableText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text) => IsStorable(text) ? text : Repair(text);

    private static bool IsStorable(string text)
    {
        var rest = text.AsSpan();
        // Nearly all text is without both, and both searches are vectorised.
        return !rest.Contains('\0') && rest.IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate comes out of the enumeration as the replacement already.
            repaired.Append(rune.Value == 0 ? Replacement.ToString() : rune.ToString());
        }
        return repaired.ToString();
    }
}

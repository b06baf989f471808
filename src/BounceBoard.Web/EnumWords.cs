using BounceBoard.Core;

namespace BounceBoard.Web;

/// <summary>A member of an enum as a person reads it: <c>Pinned route</c>.</summary>
public static class EnumWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => Sentence(KebabName.Of(value));

    /// <summary>A kebab name from the rules (<c>stale-dns</c>) as words.</summary>
    public static string Sentence(string kebab)
    {
        var words = kebab.Replace('-', ' ').Replace(" mx", " MX", StringComparison.Ordinal).Replace("dns", "DNS", StringComparison.Ordinal);
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}

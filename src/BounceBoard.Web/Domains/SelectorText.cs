namespace BounceBoard.Web.Domains;

/// <summary>DKIM selectors as typed into one field.</summary>
internal static class SelectorText
{
    public static IReadOnlyList<string> Read(string text) =>
        [.. text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static string Write(IReadOnlyList<string> selectors) => string.Join(", ", selectors);
}

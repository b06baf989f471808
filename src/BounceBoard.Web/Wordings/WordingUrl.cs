using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Web.Wordings;

/// <summary>The address of a list of wordings is its whole state.</summary>
/// <param name="Text">Part of the wording; null for all.</param>
/// <param name="Show">What is left to do, what a rule knows by now, or both.</param>
/// <param name="Page">1-based.</param>
public sealed record WordingUrl(string? Text, WordingShow Show, WordingSort Sort, int Page)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    // Of a tenant no more rows are kept; an owner who wants to see further filters.
    private const int LastPage = WordingFilter.MostWordings / PageSize;

    /// <summary>What is left to do, the most frequent first.</summary>
    public static WordingUrl Usual { get; } = new(null, WordingShow.Open, WordingSort.Refusals, 1);

    public WordingFilter Filter => new(
        Text,
        Show switch
        {
            WordingShow.Open => false,
            WordingShow.Ruled => true,
            WordingShow.All => null,
        },
        Sort,
        PageSize,
        (Page - 1) * PageSize);

    public bool IsFiltered => Text is not null || Show != WordingShow.Open;

    public static WordingUrl Read(string? text, string? show, string? sort, string? page) => new(
        string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Member(show, WordingShow.Open),
        Member(sort, WordingSort.Refusals),
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1);

    /// <param name="root">Address of the page without a query.</param>
    public string ToHref(string root)
    {
        var parts = new List<string>();
        if (Text is not null)
        {
            parts.Add($"q={Uri.EscapeDataString(Text)}");
        }
        if (Show != WordingShow.Open)
        {
            parts.Add($"show={KebabName.Of(Show)}");
        }
        if (Sort != WordingSort.Refusals)
        {
            parts.Add($"sort={KebabName.Of(Sort)}");
        }
        if (Page > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        }
        return root + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }

    private static T Member<T>(string? text, T usual)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => KebabName.Of(value) == text).Append(usual).First();
}

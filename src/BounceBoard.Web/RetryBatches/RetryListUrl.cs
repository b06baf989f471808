using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>The address of the list of retries is its whole state.</summary>
/// <param name="Before">Last number of the page before; null for the newest.</param>
public sealed record RetryListUrl(RetryTab Tab, long? Before)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    public static RetryListUrl Read(string? tab, string? before) => new(
        Enum.GetValues<RetryTab>().FirstOrDefault(value => KebabName.Of(value) == tab),
        long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    public string ToHref(string slug)
    {
        string?[] parts =
        [
            Tab == RetryTab.Waiting ? null : $"tab={KebabName.Of(Tab)}",
            Before is { } before ? string.Create(CultureInfo.InvariantCulture, $"before={before}") : null,
        ];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? $"/t/{slug}/retries" : $"/t/{slug}/retries?{query}";
    }
}

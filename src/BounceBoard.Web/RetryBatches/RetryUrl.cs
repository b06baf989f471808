using System.Globalization;

namespace BounceBoard.Web.RetryBatches;

/// <summary>The address of one batch is the page's whole state.</summary>
/// <param name="Step">Step whose recipients are listed; null for the one that is decided on, sent or observed.</param>
/// <param name="After">Position of the last recipient of the page before; null for the first page.</param>
/// <param name="Attempt">Recipient whose SMTP conversation is shown.</param>
public sealed record RetryUrl(string Slug, long Number, int? Step = null, int? After = null, long? Attempt = null)
{
    /// <summary>Recipients of one page.</summary>
    public const int PageSize = 100;

    public static RetryUrl Read(string slug, long number, string? step, string? after, string? attempt) =>
        new(slug, number, (int?)Id(step, int.MaxValue), (int?)Id(after, int.MaxValue), Id(attempt, long.MaxValue));

    public string ToHref()
    {
        (string Name, long? Value)[] all = [("step", Step), ("after", After), ("attempt", Attempt)];
        var parts = all.Where(part => part.Value is not null).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name}={part.Value}"));
        var query = string.Join('&', parts);
        return string.Create(CultureInfo.InvariantCulture, $"/t/{Slug}/retries/{Number}") + (query.Length == 0 ? "" : "?" + query);
    }

    private static long? Id(string? text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id <= most ? id : null;
}

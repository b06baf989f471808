using System.Globalization;

namespace BounceBoard.Web.Wordings;

/// <summary>Addresses of the pages of rules.</summary>
internal static class WordingLinks
{
    public static string Rule(string slug, long rule) => string.Create(CultureInfo.InvariantCulture, $"/t/{slug}/settings/wordings/rules/{rule}");

    /// <param name="wording">The unknown wording it is made of.</param>
    public static string New(string slug, long wording) => string.Create(CultureInfo.InvariantCulture, $"/t/{slug}/settings/wordings/new?wording={wording}");
}

using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.History;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>How long each live DKIM key has stood, as far as it was watched. Carries no points.</summary>
internal static class KeyAgeChecks
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(365);

    private static readonly HealthRule Rule = new("dkim-age", CheckArea.Dkim, "The key is changed every year", "M3AAWG DKIM key rotation");

    public static IEnumerable<Judged> Find(Examined examined) => examined.Facts.Earlier is not { } earlier
        ? [Rule.NotApplicable("There is no earlier examination to compare with.")]
        : SelectorKey.AllOf(examined).Where(key => key.IsLive).Select(key => Of(key, earlier, examined).About(key.Selector.Selector));

    private static Judged Of(SelectorKey key, EarlierFacts earlier, Examined examined)
    {
        var (name, digest) = (key.Selector.Selector.ToLowerInvariant(), EarlierFacts.DigestOf(key.Reading?.Key));
        return earlier.Keys.FirstOrDefault(seen => seen.Selector == name && seen.Key == digest)?.Since is not { } since ? Rule.Pass("Seen for the first time.")
            : examined.Facts.At - since <= Old ? Rule.Pass(Seen(since))
            : Rule.Warn(
                Advice.Of(
                    "The key has not been changed for more than a year.", "The longer a key is in use, the more people and backups hold it, and whoever holds it signs as the domain.",
                    "Make a new key under a new selector, publish it, and switch the signer over.", "Empty p of the old one after a week."),
                Seen(since));
    }

    private static string Seen(DateTimeOffset since) => string.Create(CultureInfo.InvariantCulture, $"The same key since {since:yyyy-MM-dd} at least.");
}

using System.Net;
using BounceBoard.Core.Domains.Blocklists;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Listings of the sending addresses and of the domain (RFC 5782), by how many receivers refuse mail on them.</summary>
internal static class BlocklistChecks
{
    private const double Points = 6;

    private static readonly HealthRule Asked = new("blocklists", CheckArea.Blocklists, "The lists give an answer that can be believed", "RFC 5782 §5");
    private static readonly HealthRule Listed = new("listed", CheckArea.Blocklists, "Not on a blocklist", "RFC 5782 §2.1");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var facts = examined.Facts.Blocklists;
        List<Judged> listings = [];
        var left = Points;
        foreach (var fact in facts.Where(fact => fact.State == ListingState.Listed).OrderBy(TierOf))
        {
            var lost = Math.Min(left, Weight(TierOf(fact)));
            left -= lost;
            listings.Add(ListingOf(fact).Holding(Part.Blocklists, lost / Points, 0));
        }
        var open = facts.Where(fact => !IsBelieved(fact)).ToList();
        // An address that nobody asked about may be on any list, so all that is left is open.
        var isBlind = facts.All(fact => !IPAddress.TryParse(fact.Subject, out _));
        var unknown = isBlind ? left : Math.Min(left, open.Sum(fact => Weight(TierOf(fact))));
        var rest = left > 0 ? (Won: (left - unknown) / left, Unknown: unknown / left) : (Won: 0, Unknown: 0);
        return [Coverage(facts, open, unknown).Holding(Part.Blocklists, left / Points, rest.Won, rest.Unknown), .. listings];
    }

    /// <summary>Points that a listing takes; lists of tier 3 hardly keep any mail from arriving.</summary>
    private static double Weight(int tier) => tier switch { 1 => 6, 2 => 2, _ => 0 };

    private static bool IsBelieved(BlocklistFact fact) => fact.State switch
    {
        ListingState.Listed or ListingState.NotListed => true,
        ListingState.Unknown or ListingState.QueryRefused or ListingState.NotBelieved => false,
    };

    private static int TierOf(BlocklistFact fact) => BlocklistCatalogue.Find(fact.Zone)?.Tier ?? 3;

    private static Judged Coverage(IReadOnlyList<BlocklistFact> facts, List<BlocklistFact> open, double unknown)
    {
        var believed = facts.Count - open.Count;
        List<string> evidence =
        [
            $"{facts.Count(fact => fact.State == ListingState.Listed)} listings; {believed} of {facts.Count} questions answered.",
            .. open.Select(fact => $"{fact.Zone}, {fact.Subject}: {Words(fact.State)}."),
        ];
        return unknown > 0 ? Asked.Unknown(evidence) : Asked.Pass(evidence);
    }

    private static Judged ListingOf(BlocklistFact fact)
    {
        var list = BlocklistCatalogue.Find(fact.Zone);
        var tier = TierOf(fact);
        var name = list?.Name ?? fact.Zone;
        var isAddress = IPAddress.TryParse(fact.Subject, out _);
        List<string> evidence = [$"{fact.Subject} is on {name}, tier {tier}: {string.Join(", ", fact.Codes)}.", .. fact.Reason.Length > 0 ? [fact.Reason] : Array.Empty<string>()];
        var judged = Listed.Issue(tier == 1, Leave(name, list?.DelistingUrl ?? "", tier), evidence).About($"{fact.Zone}/{fact.Subject}");
        return isAddress && tier == 1 ? judged with { Cap = CapId.Listed } : judged;
    }

    private static HealthAdvice Leave(string name, string page, int tier) => Advice.Of(
        $"{name} holds the address or domain to be a source of unwanted mail.",
        tier switch { 1 => "Many receivers refuse mail on this list.", 2 => "Some receivers refuse mail on this list.", _ => "Hardly any receiver refuses mail on this list; it is shown and costs nothing." },
        "Find what sent the mail (a broken-in account, a bought address list, a form without protection) and stop it.",
        page.Length > 0 ? $"Then ask to be removed: {page}" : "Then ask the list's keeper to be removed.");

    private static string Words(ListingState state) => state switch
    {
        ListingState.Unknown => "no answer",
        ListingState.QueryRefused => "the list does not serve this resolver, which is no listing",
        ListingState.NotBelieved => "the list failed its own test and is not believed",
        ListingState.Listed => "listed",
        ListingState.NotListed => "not listed",
    };
}

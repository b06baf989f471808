namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>The lists the house knows.</summary>
public static class BlocklistCatalogue
{
    /// <summary>Those that refuse most mail first.</summary>
    public static IReadOnlyList<Blocklist> All { get; } =
    [
        new("zen.spamhaus.org", "Spamhaus ZEN", 1, BlocklistKind.Addresses, "https://check.spamhaus.org/") { HoldsIpv6 = true },
    ];

    /// <returns>The list with that zone; null when the house does not know it.</returns>
    public static Blocklist? Find(string zone) => All.FirstOrDefault(list => string.Equals(list.Zone, zone, StringComparison.OrdinalIgnoreCase));
}

namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>
/// The lists the house knows. A list stands here only if it has entries by which it can be tested (RFC 5782 §5) and a page that says
/// how to leave it; lists that were given up (SORBS, NiX Spam, CBL under its old name) do not.
/// </summary>
public static class BlocklistCatalogue
{
    /// <summary>Those on which receivers refuse most mail first, addresses before domains.</summary>
    public static IReadOnlyList<Blocklist> All { get; } = [.. AddressLists.All.Concat(DomainLists.All).OrderBy(list => list.Tier)];

    /// <summary>Those that answer anybody who asks in small numbers through a resolver of their own.</summary>
    public static IReadOnlyList<Blocklist> Free { get; } = [.. All.Where(list => !list.WantsRegistration)];

    /// <returns>The list with that zone; null when the house does not know it.</returns>
    public static Blocklist? Find(string zone) => All.FirstOrDefault(list => string.Equals(list.Zone, zone, StringComparison.OrdinalIgnoreCase));
}

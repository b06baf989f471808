namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>A public list of senders that somebody holds to be bad, as far as the house knows it.</summary>
/// <param name="Zone">Zone under which it is asked, lower case.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Tier">1: receivers refuse mail on it widely. 2: some do. 3: shown, but hardly anybody refuses on it.</param>
/// <param name="DelistingUrl">Page on which its keeper says how to leave it.</param>
public sealed record Blocklist(string Zone, string Name, int Tier, BlocklistKind Kind, string DelistingUrl)
{
    /// <summary>It is asked for IPv6 addresses too (RFC 5782 §2.4).</summary>
    public bool HoldsIpv6 { get; init; }

    /// <summary>Meanings of its answers; empty where every listing means the same.</summary>
    public IReadOnlyList<ListingCode> Codes { get; init; } = [];

    /// <summary>The last octet of an answer is a set of bits, each with a meaning in <see cref="Codes"/>.</summary>
    public bool IsBitSet { get; init; }

    /// <summary>Answers by which it declines to serve the asking resolver, besides 127.255.255.0/24.</summary>
    public IReadOnlyList<string> RefusalCodes { get; init; } = [];

    /// <summary>It serves only those who have registered their resolver or hold a key; asked only when the operator names it.</summary>
    public bool WantsRegistration { get; init; }

    /// <summary>Domain that is always listed: <c>test</c> by RFC 5782 §5, or the one its keeper has instead. For lists of domains only.</summary>
    public string ListedDomain { get; init; } = "test";
}

using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>
/// The two entries by which a list shows that it works (RFC 5782 §5): one that is always listed, one that never is. A list that
/// fails either says nothing about anybody: several that were given up have answered "listed" to every question.
/// </summary>
/// <param name="Listed">Name that must have an answer.</param>
/// <param name="Unlisted">Name that must have none.</param>
public sealed record ListTest(string Listed, string Unlisted)
{
    private static readonly DomainName NeverListed = DomainName.Parse("invalid");

    /// <param name="zone">Zone that is asked: the list's own, or the one the operator has for it.</param>
    /// <param name="family">Of the addresses that are to be asked for; ignored for lists of domains.</param>
    public static ListTest For(Blocklist list, string zone, AddressFamily family) => list.Kind switch
    {
        BlocklistKind.Domains => new($"{list.ListedDomain}.{zone}", $"{NeverListed}.{zone}"),
        BlocklistKind.Addresses => family == AddressFamily.InterNetworkV6
            ? new(ListName.Of(IPAddress.Parse("::ffff:127.0.0.2"), zone), ListName.Of(IPAddress.Parse("::ffff:127.0.0.1"), zone))
            : new(ListName.Of(IPAddress.Parse("127.0.0.2"), zone), ListName.Of(IPAddress.Loopback, zone)),
    };

    /// <summary>Judges the list by the answers to its two entries.</summary>
    public static ListTrust Judge(ListReading listed, ListReading unlisted) => (listed.State, unlisted.State) switch
    {
        (ListingState.QueryRefused, _) or (_, ListingState.QueryRefused) => ListTrust.QueryRefused,
        (ListingState.NotListed, _) or (_, ListingState.Listed) => ListTrust.NotBelieved,
        (ListingState.Listed, ListingState.NotListed) => ListTrust.Believed,
        _ => ListTrust.Unknown,
    };
}

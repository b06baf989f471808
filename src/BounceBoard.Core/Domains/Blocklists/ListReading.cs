using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>What the answer of a list says by itself, before the list is believed.</summary>
/// <param name="Codes">Answers in 127.0.0.0/8, in order.</param>
public sealed record ListReading(ListingState State, IReadOnlyList<string> Codes)
{
    /// <summary>No entry has it: some lists answer it to those they do not serve, others for allowed senders; it is never a listing (RFC 5782 §5).</summary>
    private const string NoListing = "127.0.0.1";

    /// <summary>Reads the A records that a list gave for a name made by <see cref="ListName"/>.</summary>
    public static ListReading Of(Blocklist list, RecordAnswer answer) => answer.State switch
    {
        DnsState.Unknown => new(ListingState.Unknown, []),
        DnsState.Absent => new(ListingState.NotListed, []),
        DnsState.Found => OfCodes(list, answer.Records),
    };

    /// <summary>The same answer in the light of how far its list is to be believed.</summary>
    public ListingState Under(ListTrust trust) => trust switch
    {
        ListTrust.Believed => State,
        ListTrust.NotBelieved => ListingState.NotBelieved,
        ListTrust.QueryRefused => ListingState.QueryRefused,
        ListTrust.Unknown => State == ListingState.QueryRefused ? State : ListingState.Unknown,
    };

    private static ListReading OfCodes(Blocklist list, IReadOnlyList<string> codes)
    {
        // An answer that no list gives: the zone has died and its name was bought, or a resolver invents answers to names that do not exist.
        if (codes.Count == 0 || !codes.All(IsListAnswer))
        {
            return new(ListingState.Unknown, []);
        }
        var state = codes.Any(code => IsRefusal(list, code)) ? ListingState.QueryRefused
            : codes.All(code => code == NoListing) ? ListingState.NotListed
            : ListingState.Listed;
        return new(state, codes);
    }

    private static bool IsListAnswer(string code) =>
        IPAddress.TryParse(code, out var address) && address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] == 127;

    // Spamhaus began it and others followed: 127.255.255.0/24 speaks of the question, not of what was asked for.
    private static bool IsRefusal(Blocklist list, string code) =>
        code.StartsWith("127.255.255.", StringComparison.Ordinal) || list.RefusalCodes.Contains(code);
}

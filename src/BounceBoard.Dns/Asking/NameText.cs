using BounceBoard.Core.Addresses;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Names of the wire as the house writes them: lower case, without the root dot.</summary>
internal static class NameText
{
    // The library turns A-labels of a response into U-labels in Value; Original holds what was on the wire.
    public static string Of(DnsString name) => Of(name.Original);

    public static string Of(string name) => name.Trim().TrimEnd('.').ToLowerInvariant();

    /// <summary>A question for the name as it is. The library's own reading knows A-labels but refuses every character that no host name has.</summary>
    public static DnsQuestion Question(string name, QueryType type) =>
        DomainName.TryParse(name, out var host) ? new(host.Value, type) : new(DnsString.FromResponseQueryString(name), type);

    public static bool Same(DnsString name, string other) => Of(name) == Of(other);
}

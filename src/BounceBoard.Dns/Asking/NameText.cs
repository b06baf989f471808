using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Names of the wire as the house writes them: lower case, without the root dot.</summary>
internal static class NameText
{
    // The library turns A-labels of a response into U-labels in Value; Original holds what was on the wire.
    public static string Of(DnsString name) => Of(name.Original);

    public static string Of(string name) => name.Trim().TrimEnd('.').ToLowerInvariant();

    public static bool Same(DnsString name, string other) => Of(name) == Of(other);
}

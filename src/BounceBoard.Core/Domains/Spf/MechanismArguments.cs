namespace BounceBoard.Core.Domains.Spf;

/// <summary>Reads what follows a mechanism's name: target, network, prefix lengths (RFC 7208 §5, §12).</summary>
internal static class MechanismArguments
{
    /// <param name="arguments">Empty, or beginning with a colon or a slash.</param>
    /// <returns>The term with its arguments, or null with the reason.</returns>
    public static SpfTerm? Read(SpfTerm term, ReadOnlySpan<char> arguments, out string problem)
    {
        problem = "";
        return term.Kind switch
        {
            SpfTermKind.All => arguments.IsEmpty ? term : Refuse("\"all\" takes no argument (RFC 7208 §5.1).", out problem),
            SpfTermKind.Include or SpfTermKind.Exists => arguments.IsEmpty || arguments[0] != ':'
                ? Refuse("A colon and a domain must follow (RFC 7208 §5.2, §5.7).", out problem)
                : WithDomain(term, arguments, out problem),
            SpfTermKind.Ptr => arguments.IsEmpty ? term : WithDomain(term, arguments, out problem),
            SpfTermKind.A or SpfTermKind.Mx => WithPrefixes(term, arguments, out problem),
            SpfTermKind.Ip4 => Ip4(term, arguments, out problem),
            SpfTermKind.Ip6 => Ip6(term, arguments, out problem),
            SpfTermKind.Redirect or SpfTermKind.Exp or SpfTermKind.UnknownModifier => term,
        };
    }

    private static SpfTerm? WithDomain(SpfTerm term, ReadOnlySpan<char> arguments, out string problem)
    {
        problem = arguments[0] == ':' ? DomainSpec.FaultOf(arguments[1..]) : "Only a colon and a domain may follow here (RFC 7208 §5).";
        return problem.Length > 0 ? null : term with { DomainSpec = arguments[1..].ToString() };
    }

    private static SpfTerm? WithPrefixes(SpfTerm term, ReadOnlySpan<char> arguments, out string problem)
    {
        if (!PrefixLength.TryCut(ref arguments, "//", 128, out var six) || !PrefixLength.TryCut(ref arguments, "/", 32, out var four))
        {
            return Refuse("A prefix length is 0 to 32 for IPv4 and, after \"//\", 0 to 128 for IPv6, without leading zeros (RFC 7208 §12).", out problem);
        }
        var sized = term with { Ip4Prefix = four ?? 32, Ip6Prefix = six ?? 128 };
        problem = "";
        return arguments.IsEmpty ? sized : WithDomain(sized, arguments, out problem);
    }

    private static SpfTerm? Ip4(SpfTerm term, ReadOnlySpan<char> arguments, out string problem)
    {
        problem = "";
        return PrefixLength.TryCut(ref arguments, "/", 32, out var prefix) && !arguments.IsEmpty && arguments[0] == ':'
            && SpfAddress.TryParseV4(arguments[1..], out var network)
            ? term with { Network = network, Ip4Prefix = prefix ?? 32 }
            : Refuse("\"ip4:\" needs an IPv4 address of four numbers, and a prefix length from 0 to 32 at most (RFC 7208 §5.6).", out problem);
    }

    private static SpfTerm? Ip6(SpfTerm term, ReadOnlySpan<char> arguments, out string problem)
    {
        problem = "";
        return PrefixLength.TryCut(ref arguments, "/", 128, out var prefix) && !arguments.IsEmpty && arguments[0] == ':'
            && SpfAddress.TryParseV6(arguments[1..], out var network)
            ? term with { Network = network, Ip6Prefix = prefix ?? 128 }
            : Refuse("\"ip6:\" needs an IPv6 address, and a prefix length from 0 to 128 at most (RFC 7208 §5.6).", out problem);
    }

    private static SpfTerm? Refuse(string why, out string problem)
    {
        problem = why;
        return null;
    }
}

using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Routes;

namespace BounceBoard.Core.Endpoints;

/// <summary>What our own configuration says of the endpoint; DNS has no part in it.</summary>
/// <param name="OwnRelay">Why the server is our own relay, as a sentence; null when it is not.</param>
/// <param name="PinnedBy">The line that sends this recipient domain to the endpoint, and not all mail; null when there is none.</param>
internal sealed record ConfiguredRoutes(string? OwnRelay, OutboundRoute? PinnedBy)
{
    public static ConfiguredRoutes Find(RefusingServer server, DomainName domain, SenderNetwork network)
    {
        if (server.OurName is { } ours)
        {
            return new($"the log of {ours} tells that it refused its client", null);
        }
        if (server.IsUnknown)
        {
            return new(null, null);
        }
        var own = Smarthost(server, network) ?? OwnNetwork(server, network) ?? LocalAddress(server);
        return new(own, own is null ? network.Routes.FirstOrDefault(route => !IsForAll(route) && Names(route, server) && Matches(route.Pattern, domain)) : null);
    }

    /// <summary>True when the route's pattern covers the recipient domain (transport(5), Exim domain lists).</summary>
    internal static bool Matches(string pattern, DomainName domain)
    {
        var text = pattern.Trim().ToLowerInvariant();
        // transport(5) also takes user@domain; the refusals of that domain are what it can explain.
        text = text[(text.LastIndexOf('@') + 1)..];
        var suffix = text.StartsWith("*.", StringComparison.Ordinal) ? text[1..] : text;
        return text == "*"
            || (suffix.StartsWith('.') && domain.Value.EndsWith(suffix, StringComparison.Ordinal))
            || (DomainName.TryParse(text, out var name) && name == domain);
    }

    // A catch-all line of a transport table is a relayhost by another name: it is authenticated to, not removed.
    private static bool IsForAll(OutboundRoute route) => route.Pattern.Trim() == "*";

    private static string? Smarthost(RefusingServer server, SenderNetwork network) =>
        network.Routes.FirstOrDefault(route => IsForAll(route) && Names(route, server)) is { } route
            ? $"{server} is the configured {(route.Kind == RouteKind.Smarthost ? "smarthost" : "next hop of all mail")} '{route.Line.Trim()}'"
            : null;

    private static string? OwnNetwork(RefusingServer server, SenderNetwork network)
    {
        if (server.Ip is not { } ip)
        {
            return null;
        }
        foreach (var own in network.OwnNetworks)
        {
            if (own.Contains(ip))
            {
                return $"{ip} lies in the own network {own}";
            }
        }
        return network.Pools.FirstOrDefault(pool => pool.Addresses.Contains(ip)) is { } pool ? $"{ip} is an address of the pool {pool.Name}" : null;
    }

    private static string? LocalAddress(RefusingServer server) =>
        server.Ip is { } ip && LocalAddresses.KindOf(ip) is { } kind ? $"{ip} is a {kind} address" : null;

    private static bool Names(OutboundRoute route, RefusingServer server)
    {
        if (server.Ip is { } ip && (route.Addresses.Contains(ip) || (IPAddress.TryParse(route.Host?.Trim('[', ']'), out var literal) && literal.Equals(ip))))
        {
            return true;
        }
        if (!DomainName.TryParse(route.Host, out var host))
        {
            return false;
        }
        // Without brackets Postfix looks up the next hop's own MX, whose hosts usually stand below its name.
        return server.Names.Any(name => name == host || (route.LookUpMx && name.Value.EndsWith("." + host.Value, StringComparison.Ordinal)));
    }
}

using System.Net;

namespace BounceBoard.Core.Routes;

/// <summary>A pasted route table, read: its routes, and every line that could not be used. A line is in one of the two, or is a comment.</summary>
public sealed record RouteTable(IReadOnlyList<OutboundRoute> Routes, IReadOnlyList<RouteProblem> Problems)
{
    /// <summary>Reads a smarthost, a Postfix transport(5) table or an Exim manualroute list; never throws.</summary>
    /// <param name="addresses">Known addresses of the host; they are used where the text names exactly one host.</param>
    /// <param name="pool">Sender pool the routes hold for; null for all.</param>
    public static RouteTable Read(RouteKind kind, string text, IReadOnlyList<IPAddress> addresses, string? pool)
    {
        var table = kind switch
        {
            RouteKind.Smarthost => Smarthost.Read(text, pool),
            RouteKind.Transport => TransportTable.Read(text, pool),
            RouteKind.ManualRoute => ManualRouteList.Read(text, pool),
        };
        return addresses.Count == 0 ? table : table.WithAddresses(addresses);
    }

    /// <summary>What kind of table a text is, by the look of its lines: <c>transport:nexthop</c> is Postfix, anything else with two words Exim.</summary>
    public static RouteKind KindOf(string text)
    {
        var lines = RouteLines.Of(text, RouteKind.Transport).Lines;
        if (lines.Count == 1 && !lines[0].Text.Any(char.IsWhiteSpace))
        {
            return RouteKind.Smarthost;
        }
        return lines.Count > 0 && lines.Count(line => TransportTable.LooksLike(line.Text)) * 2 >= lines.Count
            ? RouteKind.Transport
            : RouteKind.ManualRoute;
    }

    private RouteTable WithAddresses(IReadOnlyList<IPAddress> addresses)
    {
        var hosts = Routes.Where(route => route.Host is not null).Select(route => route.Host).Distinct(StringComparer.Ordinal).Count();
        if (hosts == 1)
        {
            return this with { Routes = [.. Routes.Select(route => route.Host is null ? route : route with { Addresses = addresses })] };
        }
        var problem = new RouteProblem(0, string.Join(", ", addresses), $"Addresses are given but the table names {hosts} hosts; give addresses to a route with one host.");
        return this with { Problems = [.. Problems, problem] };
    }
}

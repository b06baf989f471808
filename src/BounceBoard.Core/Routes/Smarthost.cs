namespace BounceBoard.Core.Routes;

/// <summary>Reads <c>relay.isp.test:587</c>, <c>[192.0.2.200]</c>, <c>[relay.isp.test]:587</c>: one host for all mail.</summary>
internal static class Smarthost
{
    public static RouteTable Read(string text, string? pool)
    {
        var (lines, problems) = RouteLines.Of(text, RouteKind.Smarthost);
        if (lines.Count == 0)
        {
            return new RouteTable([], [.. problems, new RouteProblem(0, "", "A smarthost is empty; write host:port, for example relay.isp.test:587.")]);
        }
        var found = problems.ToList();
        found.AddRange(lines.Skip(1).Select(line => line.Problem("A smarthost is one line; add a second route for a second host.")));
        var hop = NextHop.TryRead(lines[0].Text, out var fault);
        if (hop is null)
        {
            return new RouteTable([], [lines[0].Problem(fault), .. found]);
        }
        return new RouteTable([new OutboundRoute(RouteKind.Smarthost, "*", hop.Host, hop.Port, false, [], pool, lines[0].Shown, 0)], found);
    }
}

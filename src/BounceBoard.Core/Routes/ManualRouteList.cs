using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Routes;

/// <summary>Reads the rules of an Exim manualroute router: <c>pattern hosts options</c>, separated by semicolons or lines.</summary>
internal static class ManualRouteList
{
    public static RouteTable Read(string text, string? pool)
    {
        var (lines, problems) = RouteLines.Of(text, RouteKind.ManualRoute);
        List<OutboundRoute> routes = [];
        List<RouteProblem> found = [.. problems];
        foreach (var line in lines)
        {
            foreach (var rule in ManualRouteWords.Rules(WithoutKey(line.Text)))
            {
                ReadRule(line with { Text = rule }, pool, routes, found);
            }
        }
        return new RouteTable(routes, found);
    }

    // People paste the option together with its name.
    private static string WithoutKey(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && line[..equals].Trim() is "route_list" or "route_data" ? line[(equals + 1)..].Trim() : line;
    }

    private static void ReadRule(RouteLine line, string? pool, List<OutboundRoute> routes, List<RouteProblem> problems)
    {
        var words = ManualRouteWords.Of(line.Text);
        // A file for lsearch writes a colon after its key.
        var pattern = words[0].TrimEnd(':').ToLowerInvariant();
        if (FaultOf(pattern, words) is { } fault)
        {
            problems.Add(line.Problem(fault));
            return;
        }
        var items = ManualRouteWords.Hosts(words[1]);
        if (items.Count == 0)
        {
            problems.Add(line.Problem($"'{words[1]}' holds no host."));
        }
        foreach (var item in items)
        {
            var isMx = item.EndsWith("/mx", StringComparison.OrdinalIgnoreCase);
            var plain = item.Contains('/', StringComparison.Ordinal) ? item[..item.IndexOf('/', StringComparison.Ordinal)] : item;
            if (NextHop.TryRead(plain, out var hopFault) is { } hop)
            {
                routes.Add(new OutboundRoute(RouteKind.ManualRoute, pattern, hop.Host, hop.Port, isMx, [], pool, line.Shown, line.Number));
            }
            else
            {
                problems.Add(line.Problem(hopFault));
            }
        }
    }

    private static string? FaultOf(string pattern, IReadOnlyList<string> words)
    {
        if (words.Count < 2 || words[1].Length == 0)
            return "There is a pattern but no host after it; write pattern, blank, host.";
        if (pattern.AsSpan().IndexOfAny("$^+@;") >= 0)
            return $"'{pattern}' is worked out by Exim when it runs; write the domains out, one line each.";
        if (words[1].Contains('$', StringComparison.Ordinal))
            return $"'{words[1]}' is worked out by Exim when it runs; write the hosts out.";
        return IsPattern(pattern) ? null : $"'{pattern}' is no domain pattern; write a domain, *.domain, !domain or *.";
    }

    private static bool IsPattern(string pattern)
    {
        var plain = pattern.TrimStart('!').Trim();
        return plain == "*" || DomainName.TryParse(plain.StartsWith('*') ? plain[1..].TrimStart('.') : plain, out _);
    }
}

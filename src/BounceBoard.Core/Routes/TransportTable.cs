using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Routes;

/// <summary>Reads a Postfix transport(5) table: <c>pattern transport:nexthop</c>, comments, continuation lines.</summary>
internal static class TransportTable
{
    // Deliver nowhere or on this machine: what follows the colon is a text or a user, no next hop.
    private static readonly HashSet<string> WithoutNextHop = new(StringComparer.OrdinalIgnoreCase) { "error", "retry", "discard", "local", "virtual" };

    public static RouteTable Read(string text, string? pool)
    {
        var (lines, problems) = RouteLines.Of(text, RouteKind.Transport);
        List<OutboundRoute> routes = [];
        List<RouteProblem> found = [.. problems];
        foreach (var line in lines)
        {
            ReadLine(line, pool, routes, found);
        }
        return new RouteTable(routes, found);
    }

    /// <summary>A pattern, then a second word with a colon after a transport's name (or none).</summary>
    public static bool LooksLike(string line)
    {
        var (pattern, value) = Split(line);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && !pattern.EndsWith(':') && !value.StartsWith('[') && value[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    private static void ReadLine(RouteLine line, string? pool, List<OutboundRoute> routes, List<RouteProblem> problems)
    {
        var (pattern, value) = Split(line.Text);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (FaultOf(pattern, value, colon) is { } fault)
        {
            problems.Add(line.Problem(fault));
            return;
        }
        var (transport, nextHops) = colon < 0 ? (value, "") : (value[..colon], value[(colon + 1)..].Trim());
        if (nextHops.Length == 0 || WithoutNextHop.Contains(transport) || nextHops.StartsWith("unix:", StringComparison.Ordinal))
        {
            routes.Add(new OutboundRoute(RouteKind.Transport, pattern.ToLowerInvariant(), null, null, false, [], pool, line.Shown, line.Number));
            return;
        }
        // Since Postfix 3.5 a next hop may be a list.
        var items = nextHops.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (items.Length == 0)
        {
            problems.Add(line.Problem($"'{nextHops}' holds no host."));
        }
        foreach (var text in items)
        {
            var plain = text.StartsWith("inet:", StringComparison.OrdinalIgnoreCase) ? text[5..] : text;
            if (NextHop.TryRead(plain, out var hopFault) is { } hop)
            {
                routes.Add(new OutboundRoute(
                    RouteKind.Transport, pattern.ToLowerInvariant(), hop.Host, hop.Port, !hop.IsBracketed && !hop.IsAddress, [], pool, line.Shown, line.Number));
            }
            else
            {
                problems.Add(line.Problem(hopFault));
            }
        }
    }

    private static string? FaultOf(string pattern, string value, int colon)
    {
        if (value.Length == 0)
            return "There is a pattern but nothing after it; write transport:nexthop, for example smtp:[mail.example.net]:25.";
        if (!IsPattern(pattern))
            return $"'{pattern}' is no pattern of transport(5); write a domain, .domain, user@domain or *.";
        return value.StartsWith('[') || (colon < 0 && value.Contains('.', StringComparison.Ordinal))
            ? $"'{value}' names no transport before the next hop; write smtp:{value}."
            : null;
    }

    private static bool IsPattern(string pattern) =>
        pattern == "*" || DomainName.TryParse(pattern.TrimStart('.'), out _) || EmailAddress.TryParse(pattern, out _);

    private static (string Pattern, string Value) Split(string line)
    {
        var blank = line.AsSpan().IndexOfAny(' ', '\t');
        return blank < 0 ? (line, "") : (line[..blank], line[blank..].Trim());
    }
}

using System.Globalization;
using System.Net;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Says where a retry cannot take the way of the original: another pool, selector or address is another sender to the server that refused.</summary>
internal static class PathDifferences
{
    /// <param name="unread">Recipients who get the test message because their bounces were not read.</param>
    public static IReadOnlyList<string> Of(SendingRouteRow route, IReadOnlyList<RetryCandidateRow> people, int originals, int unread)
    {
        if (route.Kind is SendingRouteKind.Export or SendingRouteKind.Webhook)
        {
            return ["The platform sends: message, pool, selector and sending address are its own, and nothing here can tell whether they are the same."];
        }
        string?[] all =
        [
            Value(people, person => person.Pool, route.Pool, "pool", "names no pool"),
            Value(people, person => Selector(person.DkimSelector, person.DkimDomain), Selector(route.DkimSelector, route.DkimDomain), "DKIM signature", "does not sign here"),
            Value(people, person => person.SendingIp?.ToString(), AddressOf(route)?.ToString(), "sending address", null),
            originals < people.Count
                ? Invariant($"{people.Count - originals} of {people.Count} get the test message: their bounces do not hold the original whole")
                    + (unread > 0 ? Invariant($", or were not read ({unread}; the first {OriginalSearch.MostRead} are).") : ".")
                : null,
        ];
        return [.. all.OfType<string>()];
    }

    private static string? Value(
        IReadOnlyList<RetryCandidateRow> people, Func<RetryCandidateRow, string?> of, string? routed, string name, string? without)
    {
        // What evidence does not name is not said to differ, and where the relay chooses nothing can be said.
        var others = people.Select(of).OfType<string>().Where(value => !string.Equals(value, routed, StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Count == 0 || (routed is null && without is null))
        {
            return null;
        }
        var most = others.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
        return Invariant($"{others.Count} of {people.Count} originals had another {name} ({most}); the route {(routed is null ? without : $"has {routed}")}.");
    }

    private static string? Selector(string? selector, string? domain) => string.IsNullOrEmpty(selector) ? null : $"{selector} of {domain}";

    private static IPAddress? AddressOf(SendingRouteRow route) => route.SourceIp;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

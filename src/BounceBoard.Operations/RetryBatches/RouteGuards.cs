using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>What must hold of a route before it is used.</summary>
internal static class RouteGuards
{
    /// <param name="route">As it is now; null when it is gone.</param>
    public static IReadOnlyList<RetryGuard> Of(SendingRouteRow? route, RetryOptions installation) => route is null
        ? [new("route", false, true, "The route does not exist any more.")]
        : [
            new("route", route.Enabled, true, route.Enabled ? $"{route.Name} is switched on." : $"{route.Name} is switched off."),
            .. Tested(route),
            .. Direct(route, installation),
        ];

    /// <summary>Where a route leads, for people.</summary>
    public static string Where(SendingRouteRow route) => route.Kind switch
    {
        SendingRouteKind.Submission => string.Create(CultureInfo.InvariantCulture, $"{route.Host}:{route.Port}, {Word(route.Tls)}"),
        SendingRouteKind.Direct => "MX of each domain",
        SendingRouteKind.Export => "a file of recipients for the platform",
        SendingRouteKind.Webhook => Uri.TryCreate(route.Webhook, UriKind.Absolute, out var address) ? $"the platform at {address.Host}" : "the platform's webhook",
    };

    // A file goes nowhere by itself, so there is nothing to test.
    private static IEnumerable<RetryGuard> Tested(SendingRouteRow route) => route switch
    {
        { Kind: SendingRouteKind.Export } => [],
        { IsProven: true } => [new("route test", true, true, "The route was tested as it stands now.")],
        { TestedAt: null } => [new("route test", false, true, "The route was never tested. Test it with a mail to an own mailbox first.")],
        { TestPassed: true } => [new("route test", false, true, "The route was changed after its last test. Test it again.")],
        _ => [new("route test", false, true, "The last test of the route failed. Mend it and test it again.")],
    };

    private static IEnumerable<RetryGuard> Direct(SendingRouteRow route, RetryOptions installation) => route.Kind != SendingRouteKind.Direct
        ? []
        : [new("direct", installation.AllowDirect, true, installation.AllowDirect
            ? "The installation allows sending straight to the MX of recipients."
            : "The installation does not allow sending straight to the MX of recipients (Retries:AllowDirect).")];

    private static string Word(SendingTls tls) => tls switch
    {
        SendingTls.StartTls => "STARTTLS",
        SendingTls.Implicit => "TLS",
        SendingTls.None => "without TLS",
    };
}

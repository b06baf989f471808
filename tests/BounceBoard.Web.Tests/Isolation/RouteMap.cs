using System.Text.RegularExpressions;
using BounceBoard.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>Every route of the running host, asked of the host itself: a new one cannot be forgotten.</summary>
internal static partial class RouteMap
{
    // What a stranger may reach. Whoever adds a route either protects it or adds it here and says why.
    private static readonly Dictionary<string, string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        ["login"] = "the sign-in page",
        ["setup/{token}"] = "opened by a secret in the address",
        ["link/{token}"] = "opened by a secret in the address",
        ["r/{token}"] = "opened by a secret in the address; reads one domain's health",
        ["hooks/{token}"] = "opened by a secret in the address, and a signature",
        ["error"] = "says nothing but that something failed",
        ["not-found"] = "says nothing but that nothing is there",
        ["theme.css"] = "the palette",
        ["health/live"] = "a word for the watchdog",
        ["health/ready"] = "a word for the watchdog",
        ["_framework/opaque-redirect"] = "Blazor's own; opens nothing but what it signed itself",
    };

    /// <summary>Patterns of every route that is not open to strangers and is no file of the theme, without a leading slash.</summary>
    public static IReadOnlyList<string> Guarded(WebHost host) =>
        [.. All(host).Where(pattern => !Open.ContainsKey(pattern))];

    public static IReadOnlyList<string> All(WebHost host) =>
    [
        .. host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => (endpoint.RoutePattern.RawText ?? "").TrimStart('/'))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsOfATenant(string pattern) => pattern.Contains("{slug}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the route names a thing of the tenant besides the tenant itself.</summary>
    public static bool NamesAThing(string pattern) => IsOfATenant(pattern) && Parameter().Count(pattern) > 1;

    /// <exception cref="KeyNotFoundException">A route has a parameter the sweep knows no value for: teach it one.</exception>
    public static string Fill(string pattern, IReadOnlyDictionary<string, string> values) =>
        "/" + Parameter().Replace(pattern, found => Uri.EscapeDataString(Value(found.Groups[1].Value, values)));

    // A secret nobody has, and whatever stands behind a route of the framework that takes all of a path.
    private static string Value(string name, IReadOnlyDictionary<string, string> values) => name switch
    {
        "token" or "Token" => "guessed",
        "path" => "nothing-here",
        _ => values[name],
    };

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}

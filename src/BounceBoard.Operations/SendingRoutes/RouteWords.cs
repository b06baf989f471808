using System.Globalization;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>A route in words, without any of its secrets.</summary>
public static class RouteWords
{
    /// <summary>Where it leads: <c>relay.example.net:587, STARTTLS</c>, <c>MX of each domain</c>. A webhook by its host: its path may be a secret.</summary>
    public static string Where(SendingRouteRow route) => route.Kind switch
    {
        SendingRouteKind.Submission => string.Create(CultureInfo.InvariantCulture, $"{route.Host}:{route.Port}, {Of(route.Tls)}"),
        SendingRouteKind.Direct => "MX of each domain",
        SendingRouteKind.Export => "a file for download",
        SendingRouteKind.Webhook => new Uri(route.Webhook).Host,
    };

    public static string Of(SendingTls tls) => tls switch
    {
        SendingTls.StartTls => "STARTTLS",
        SendingTls.Implicit => "TLS from the start",
        SendingTls.None => "not encrypted",
    };

    internal static string ForAudit(SendingRouteRow route)
    {
        var account = route.PasswordSealed is null ? "no account" : "with an account";
        var signs = route.DkimKeySealed is null ? "not signed" : $"signed for {route.DkimDomain}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{route.Kind} {Where(route)}; {account}; {signs}; senders {route.SenderDomains.Replace('\n', ' ')}; {route.RatePerMinute} a minute, {route.PerDay} a day");
    }
}

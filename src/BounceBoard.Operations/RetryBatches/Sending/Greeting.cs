using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>What this machine calls itself in EHLO (RFC 5321 §4.1.4).</summary>
internal static class Greeting
{
    public static string Of(SendingRouteRow route, RetryOptions options) =>
        route.Helo.Length > 0 ? route.Helo : options.HeloName.Length > 0 ? options.HeloName : Environment.MachineName;
}

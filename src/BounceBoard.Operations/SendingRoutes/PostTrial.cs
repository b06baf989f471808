using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Outside;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Posts a signed test to a platform.</summary>
internal sealed class PostTrial(IOutside outside, SendingRouteSeal seal, TimeProvider time)
{
    public async Task<RouteTestResult> RunAsync(TenantId tenant, SendingRouteRow route, CancellationToken cancellationToken)
    {
        if (seal.Secret(tenant, route) is not { } secret)
        {
            return Failed("The secret does not open with the installation's keys. Make a new one.");
        }
        var (now, address) = (time.GetUtcNow(), new Uri(route.Webhook));
        var id = RowIds.Next(now).ToString(CultureInfo.InvariantCulture);
        var body = RetryPost.Test(route, id);
        try
        {
            var status = await outside.PostAsync(address, body, RetryPost.Headers(secret, id, now, body), cancellationToken);
            return new RouteTestResult(
                status is >= 200 and < 300, string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"), address.Host, "", null);
        }
        catch (OutsideException silence)
        {
            return Failed(silence.Message);
        }
    }

    private static RouteTestResult Failed(string why) => new(false, why, "", "", null);
}

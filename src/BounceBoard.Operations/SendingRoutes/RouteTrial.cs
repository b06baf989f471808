using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Tries a route out, whatever its kind.</summary>
internal sealed class RouteTrial(MailTrial mail, PostTrial post)
{
    public Task<RouteTestResult> RunAsync(TenantId tenant, SendingRouteRow route, CancellationToken cancellationToken) => route.Kind switch
    {
        SendingRouteKind.Submission or SendingRouteKind.Direct => mail.RunAsync(tenant, route, cancellationToken),
        SendingRouteKind.Webhook => post.RunAsync(tenant, route, cancellationToken),
        SendingRouteKind.Export => throw new InvalidOperationException("An export has nothing to test."),
    };
}

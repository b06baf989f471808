using BounceBoard.Operations.Audit;
using BounceBoard.Operations.RetryBatches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Registers the routes of controlled retries and how they are tried out.</summary>
internal static class SendingRouteRegistration
{
    public static IServiceCollection AddSendingRoutes(this IServiceCollection services)
    {
        services.TryAddSingleton<SendingRouteSeal>();
        services.TryAddSingleton<RouteTables>();
        services.TryAddSingleton<RouteKeeping>();
        services.TryAddSingleton<DkimPublished>();
        services.TryAddSingleton<RouteServers>();
        services.TryAddSingleton<MailTrial>();
        services.TryAddSingleton<PostTrial>();
        services.TryAddSingleton<RouteTrial>();
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new SendingRouteAdministration(
            provider.GetRequiredService<RouteTables>(), provider.GetRequiredService<RouteKeeping>(), provider.GetRequiredService<DkimPublished>(),
            provider.GetRequiredService<IOptions<RetryOptions>>(), provider.GetRequiredService<AuditedWrite>()));
        services.TryAddSingleton(provider => new RouteTest(
            provider.GetRequiredService<RouteTables>(), provider.GetRequiredService<RouteTrial>(), provider.GetRequiredService<AuditedWrite>()));
        return services;
    }
}

using BounceBoard.Operations.Audit;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetryTransport, WebhookTransport>());
        services.TryAddSingleton<PostedFiling>();
        services.TryAddSingleton<PostedDeferrals>();
        services.TryAddSingleton<ExportHandOver>();
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new SendingRouteAdministration(
            provider.GetRequiredService<RouteTables>(), provider.GetRequiredService<RouteKeeping>(), provider.GetRequiredService<DkimPublished>(),
            provider.GetRequiredService<IOptions<RetryOptions>>(), provider.GetRequiredService<AuditedWrite>()));
        services.TryAddSingleton(provider => new RouteTest(
            provider.GetRequiredService<RouteTables>(), provider.GetRequiredService<RouteTrial>(), provider.GetRequiredService<AuditedWrite>()));
        services.TryAddSingleton(provider => new PostedOutcomes(
            provider.GetRequiredService<RetryAttemptReader>(), provider.GetRequiredService<RetryTokens>(), provider.GetRequiredService<PostedFiling>(),
            provider.GetRequiredService<PostedDeferrals>(), provider.GetRequiredService<TenantAccess>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new RetryExport(
            provider.GetRequiredService<RetryBatchReader>(), provider.GetRequiredService<RetryAttemptReader>(), provider.GetRequiredService<ExportHandOver>(),
            provider.GetRequiredService<RetryTokens>(), provider.GetRequiredService<SendingRouteReader>(), provider.GetRequiredService<TenantAccess>(),
            provider.GetRequiredService<AuditedWrite>()));
        return services;
    }
}

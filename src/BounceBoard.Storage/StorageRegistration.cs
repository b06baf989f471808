using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.ApiTokens;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Keys;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Retention;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Users;
using BounceBoard.Storage.Webhooks;
using BounceBoard.Storage.Wordings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BounceBoard.Storage;

/// <summary>Registers the database and every reader and writer; all are singletons without state.</summary>
public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().PostConfigure<IServiceProvider>(MakeAbsolute);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EngineOptions>, EngineOptionsCheck>());
        services.TryAddSingleton(DatabaseFactory.Open);
        services.TryAddSingleton(provider => new Outage(
            provider.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<EngineOptions>>().Value.PatienceSeconds)));
        services.TryAddSingleton<OutageLog>();
        services.TryAddSingleton<DatabaseCopy>();
        services.TryAddSingleton<NodeSignals>();
        services.TryAddSingleton<KeyTable>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DatabaseStart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OutageWatch>());
        return services.AddTenants().AddUsers().AddApiTokens().AddAudit().AddDomains().AddRoutes().AddSources()
            .AddMxObservations()
            .AddFacts()
            .AddWordings()
            .AddAlerts();
    }

    // A relative folder stands beside the host's files wherever it was started from; without a host, in the current folder.
    private static void MakeAbsolute(StorageOptions options, IServiceProvider services) =>
        options.DataDirectory = Path.GetFullPath(
            options.DataDirectory,
            services.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory());

    private static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.TryAddSingleton<TenantReader>();
        services.TryAddSingleton<TenantWriter>();
        services.TryAddSingleton<ExpiryWriter>();
        return services;
    }

    private static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.TryAddSingleton<UserReader>();
        services.TryAddSingleton<UserWriter>();
        services.TryAddSingleton<MemberReader>();
        services.TryAddSingleton<MemberWriter>();
        services.TryAddSingleton<OneTimeLinkReader>();
        services.TryAddSingleton<OneTimeLinkWriter>();
        return services;
    }

    private static IServiceCollection AddApiTokens(this IServiceCollection services)
    {
        services.TryAddSingleton<ApiTokenReader>();
        services.TryAddSingleton<ApiTokenWriter>();
        return services;
    }

    private static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton<AuditReader>();
        services.TryAddSingleton<AuditWriter>();
        return services;
    }

    private static IServiceCollection AddDomains(this IServiceCollection services)
    {
        services.TryAddSingleton<DomainReader>();
        services.TryAddSingleton<DomainWriter>();
        services.TryAddSingleton<ExamReader>();
        services.TryAddSingleton<ExamWriter>();
        services.TryAddSingleton<ExamClaimWriter>();
        services.TryAddSingleton<DueExamReader>();
        services.TryAddSingleton<DomainIssueReader>();
        services.TryAddSingleton<DomainIssueWriter>();
        services.TryAddSingleton<DomainShareReader>();
        services.TryAddSingleton<DomainShareWriter>();
        services.TryAddSingleton<ScoreSumReader>();
        services.TryAddSingleton<SenderDayReader>();
        services.TryAddSingleton<SeenSenderReader>();
        services.TryAddSingleton<SeenSenderWriter>();
        return services;
    }

    private static IServiceCollection AddRoutes(this IServiceCollection services)
    {
        services.TryAddSingleton<SenderPoolReader>();
        services.TryAddSingleton<SenderPoolWriter>();
        services.TryAddSingleton<OutboundRouteReader>();
        services.TryAddSingleton<OutboundRouteWriter>();
        services.TryAddSingleton<OwnNetworkReader>();
        services.TryAddSingleton<OwnNetworkWriter>();
        services.TryAddSingleton<SenderNetworkReader>();
        services.TryAddSingleton<RouteFindingReader>();
        services.TryAddSingleton<RouteFindingWriter>();
        services.TryAddSingleton<DueRouteReader>();
        return services;
    }

    private static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.TryAddSingleton<SourceReader>();
        services.TryAddSingleton<SourceWriter>();
        services.TryAddSingleton<SourceColumnsReader>();
        services.TryAddSingleton<SourceColumnsWriter>();
        services.TryAddSingleton<SourceClaimWriter>();
        services.TryAddSingleton<FollowedLogReader>();
        services.TryAddSingleton<FollowedLogWriter>();
        services.TryAddSingleton<WebhookReader>();
        services.TryAddSingleton<WebhookWriter>();
        return services;
    }

    private static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.TryAddSingleton<AlertDestinationReader>();
        services.TryAddSingleton<AlertDestinationWriter>();
        services.TryAddSingleton<AlertReader>();
        services.TryAddSingleton<AlertWriter>();
        services.TryAddSingleton<DueAlertReader>();
        services.TryAddSingleton<AlertDeliveryWriter>();
        return services;
    }
}

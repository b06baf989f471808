using BounceBoard.Dns;
using BounceBoard.Mail;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Backups;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Keys;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Retention;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations;

/// <summary>Registers everything that changes something, with the floors below it.</summary>
public static class OperationsRegistration
{
    /// <param name="configuration">Sections <c>BounceBoard</c> (<see cref="StorageOptions"/>) and those of the floors below.</param>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        // The options below bind to it; a host has registered its own already.
        services.TryAddSingleton(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section));
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection(EngineOptions.Section));
        services.AddLogging();
        services.AddStorage().AddDns().AddMail();
        services.AddKeys(configuration);
        return services.AddTenants().AddUsers().AddAudit().AddConfiguration().AddMxObservations().AddEvidence().AddIncidentWork().AddWebhooks().AddAlerts(configuration)
            .AddRetryBatches(configuration).AddRetrySending().AddSendingRoutes().AddProbes().AddExams();
    }

    private static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.TryAddSingleton<TenantAccess>();
        services.TryAddSingleton<InstallationAccess>();
        services.TryAddSingleton<TenantAdministration>();
        services.TryAddSingleton<RetentionAdministration>();
        services.TryAddSingleton<RetentionSweep>();
        services.TryAddSingleton<TenantExpiry>();
        return services;
    }

    private static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton<AuditedWrite>();
        services.TryAddSingleton<AuditVerification>();
        services.TryAddSingleton<Backup>();
        services.TryAddSingleton<DataFolder>();
        services.TryAddSingleton<PostgresMove>();
        return services;
    }

    private static IServiceCollection AddConfiguration(this IServiceCollection services)
    {
        services.TryAddSingleton<ApiTokenAdministration>();
        services.TryAddSingleton<ApiTokenCheck>();
        services.TryAddSingleton<DomainAdministration>();
        services.TryAddSingleton<PoolAdministration>();
        services.TryAddSingleton<RouteAdministration>();
        services.TryAddSingleton<SourceAdministration>();
        services.TryAddSingleton(provider => new SourceWatch(
            provider.GetRequiredService<SourceReader>(), provider.GetRequiredService<SourceWriter>(), provider.GetRequiredService<WebhookWriter>(),
            provider.GetRequiredService<AuditWriter>(), provider.GetRequiredService<AlertOutbox>(), provider.GetRequiredService<Database>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SourceWatch>>()));
        services.TryAddSingleton(FollowingHost.Here);
        services.TryAddSingleton<LogFileAdministration>();
        services.TryAddSingleton<FollowedLogs>();
        services.TryAddSingleton<RuledWordings>();
        services.TryAddSingleton<RuleTables>();
        services.TryAddSingleton<RuleAdministration>();
        services.TryAddSingleton<RuleApplication>();
        return services;
    }
}

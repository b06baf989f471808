using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Alerts;

/// <summary>Registers the outbox and the ways out of it.</summary>
internal static class AlertRegistration
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection(AlertOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsCheck>();
        services.AddOptions<AlertLinks>().Bind(configuration.GetSection(AlertLinks.Section));
        services.TryAddSingleton<AlertOutbox>();
        services.TryAddSingleton<AlertSeal>();
        services.TryAddSingleton<AlertTables>();
        services.TryAddSingleton<RetryAlertWording>();
        services.TryAddSingleton<HealthAlertWording>();
        services.TryAddSingleton<AlertWording>();
        services.TryAddSingleton<AlertPlanning>();
        services.TryAddSingleton<AlertChannels>();
        services.TryAddSingleton<AlertSettlement>();
        services.TryAddSingleton<AlertSending>();
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new AlertDesk(
            provider.GetRequiredService<DueAlertReader>(), provider.GetRequiredService<AlertPlanning>(), provider.GetRequiredService<AlertSending>(),
            provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new AlertAdministration(
            provider.GetRequiredService<AlertDestinationReader>(), provider.GetRequiredService<AlertDestinationWriter>(),
            provider.GetRequiredService<AlertDeliveryWriter>(), provider.GetRequiredService<AlertSeal>(),
            provider.GetRequiredService<IOptions<AlertOptions>>(), provider.GetRequiredService<AuditedWrite>()));
        services.TryAddSingleton(provider => new AlertTest(
            provider.GetRequiredService<AlertDestinationReader>(), provider.GetRequiredService<AlertDestinationWriter>(),
            provider.GetRequiredService<TenantReader>(), provider.GetRequiredService<AlertChannels>(), provider.GetRequiredService<TenantAccess>(),
            provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}

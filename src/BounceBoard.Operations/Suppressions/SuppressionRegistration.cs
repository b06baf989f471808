using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Suppressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Registers what adds people to the suppression list and takes them off.</summary>
internal static class SuppressionRegistration
{
    public static IServiceCollection AddSuppressions(this IServiceCollection services)
    {
        services.TryAddSingleton<SuppressionAddition>();
        services.TryAddSingleton<SuppressionFindings>();
        services.TryAddSingleton<SuppressionFiling>();
        services.TryAddSingleton<ComplaintFiling>();
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new SuppressionAdministration(
            provider.GetRequiredService<SuppressionAddition>(), provider.GetRequiredService<SuppressionWriter>(),
            provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<ChangeFeed>()));
        services.TryAddSingleton(provider => new SuppressionImport(
            provider.GetRequiredService<SuppressionAddition>(), provider.GetRequiredService<SuppressionReader>(),
            provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<ChangeFeed>()));
        services.TryAddSingleton<SuppressionWindows>();
        services.TryAddSingleton<SuppressionModes>();
        return services;
    }
}

using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Incidents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Incidents;

/// <summary>Registers what people do with incidents.</summary>
internal static class IncidentRegistration
{
    public static IServiceCollection AddIncidentWork(this IServiceCollection services)
    {
        services.TryAddSingleton<HandMoves>();
        services.TryAddSingleton<IncidentAcknowledging>();
        services.TryAddSingleton<IncidentAssigning>();
        services.TryAddSingleton<IncidentNoting>();
        services.TryAddSingleton<SavedViews>();
        services.TryAddSingleton<VerdictOverriding>();
        services.TryAddSingleton<RouteWatch>();
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new IncidentDismissing(
            Moves(provider), provider.GetRequiredService<DismissalWriter>(), provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<ChangeFeed>()));
        services.TryAddSingleton(provider => new IncidentReopening(
            Moves(provider), provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<ChangeFeed>()));
        services.TryAddSingleton(provider => new IncidentMerging(
            Moves(provider), provider.GetRequiredService<IncidentReader>(), provider.GetRequiredService<IncidentMergeWriter>(),
            provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<ChangeFeed>()));
        services.TryAddSingleton(provider => new DismissalWatch(
            provider.GetRequiredService<DueIncidentReader>(), provider.GetRequiredService<DismissalReader>(), Moves(provider),
            provider.GetRequiredService<AuditedWrite>(), provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static HandMoves Moves(IServiceProvider provider) => provider.GetRequiredService<HandMoves>();
}

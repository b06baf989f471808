using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Registers the readers and writers of DNS observations.</summary>
internal static class ServiceRegistration
{
    public static IServiceCollection AddMxObservations(this IServiceCollection services)
    {
        services.TryAddSingleton<MxObservationReader>();
        services.TryAddSingleton<MxObservationWriter>();
        services.TryAddSingleton<RecordObservationReader>();
        services.TryAddSingleton<RecordObservationWriter>();
        services.TryAddSingleton<DomainWatchReader>();
        services.TryAddSingleton<DomainWatchWriter>();
        services.TryAddSingleton<WatchTargetReader>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Registers the work of looking at DNS again.</summary>
internal static class ServiceRegistration
{
    public static IServiceCollection AddMxObservations(this IServiceCollection services)
    {
        services.TryAddSingleton<DnsLook>();
        services.TryAddSingleton<ObservationFiling>();
        services.TryAddSingleton<MxRefresh>();
        services.TryAddSingleton<DomainRecords>();
        return services;
    }
}

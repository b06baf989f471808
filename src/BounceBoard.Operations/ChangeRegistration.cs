using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BounceBoard.Operations;

/// <summary>Registers the feed that open pages follow, and its way to other nodes. Every process tells; only a host listens.</summary>
internal static class ChangeRegistration
{
    public static IServiceCollection AddChanges(this IServiceCollection services)
    {
        services.TryAddSingleton<ChangeRelay>();
        // Its constructor takes an internal part, so it is not for the container's own choice.
        services.TryAddSingleton(provider => new ChangeFeed(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ChangeRelay>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ChangeListening>());
        return services;
    }
}

using BounceBoard.Storage.Replays;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Replays;

/// <summary>Registers what judges a past range again.</summary>
internal static class ReplayRegistration
{
    public static IServiceCollection AddReplays(this IServiceCollection services)
    {
        services.TryAddSingleton<ReplayJudge>();
        // Its constructor takes an internal part, so it is not for the container's own choice.
        services.TryAddSingleton(provider => new ReplayLab(
            provider.GetRequiredService<ReplayReader>(), provider.GetRequiredService<ReplayJudge>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ReplayApplication>();
        return services;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Registers what plans controlled retries and decides about them.</summary>
internal static class RetryRegistration
{
    public static IServiceCollection AddRetryBatches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetryOptions>().Bind(configuration.GetSection(RetryOptions.Section));
        services.TryAddSingleton<RetryPlanning>();
        services.TryAddSingleton<RetryRequesting>();
        services.TryAddSingleton<RetryDeciding>();
        services.TryAddSingleton<RetryReview>();
        services.TryAddSingleton<SendingStops>();
        services.TryAddSingleton<RetrySettings>();
        services.TryAddSingleton<InDoubtSettling>();
        services.TryAddSingleton<FrozenBatches>();
        services.TryAddSingleton<SendingIdentity>();
        return services;
    }
}

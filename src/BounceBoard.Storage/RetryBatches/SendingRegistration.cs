using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Registers what sends retries and what learns from them.</summary>
internal static class SendingRegistration
{
    public static IServiceCollection AddRetrySending(this IServiceCollection services)
    {
        services.TryAddSingleton<DueRetryReader>();
        services.TryAddSingleton<DueRetryWriter>();
        services.TryAddSingleton<RetryClaimWriter>();
        services.TryAddSingleton<RetryCountReader>();
        services.TryAddSingleton<RetryCountWriter>();
        services.TryAddSingleton<RetryTurnWriter>();
        services.TryAddSingleton<RetryOutcomeReader>();
        services.TryAddSingleton<RetryOutcomeWriter>();
        services.TryAddSingleton<SendingSecretWriter>();
        return services;
    }
}

using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Registers what sends controlled retries and learns from them.</summary>
internal static class SendingRegistration
{
    public static IServiceCollection AddRetrySending(this IServiceCollection services)
    {
        services.TryAddSingleton<SendingSecretSeal>();
        services.TryAddSingleton<SendingRouteSeal>();
        services.TryAddSingleton<RetryTokens>();
        services.TryAddSingleton<RetryLetters>();
        services.TryAddSingleton(DirectReach.Public);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetryTransport, SubmissionTransport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetryTransport, DirectTransport>());
        services.TryAddSingleton<RetryTransports>();
        services.TryAddSingleton<RetryTurns>();
        services.TryAddSingleton<RetryCaps>();
        services.TryAddSingleton<LedgerTables>();
        services.TryAddSingleton<DeskMoves>();
        services.TryAddSingleton<SliceSending>();
        services.TryAddSingleton<StageSending>();
        services.TryAddSingleton<RetryStep>();
        services.TryAddSingleton<RetrySource>();
        services.TryAddSingleton<AttemptReports>();
        services.TryAddSingleton<RefusedFiling>();
        services.TryAddSingleton<WindowSettling>();
        services.TryAddSingleton<Observation>();
        // Its constructor takes internal parts, so it is not for the container's own choice.
        services.TryAddSingleton(provider => new RetryDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<DueRetryReader>(), provider.GetRequiredService<RetryClaimWriter>(),
            provider.GetRequiredService<RetryBatchWriter>(), provider.GetRequiredService<RetryStep>(), provider.GetRequiredService<ChangeFeed>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}

using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Registers what plans controlled retries and decides about them.</summary>
internal static class RetryRegistration
{
    public static IServiceCollection AddRetryBatches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetryOptions>().Bind(configuration.GetSection(RetryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetryOptions>, RetryOptionsCheck>();
        services.TryAddSingleton<PlanTables>();
        services.TryAddSingleton<ReviewTables>();
        services.TryAddSingleton<PersonReading>();
        services.TryAddSingleton<CohortReading>();
        services.TryAddSingleton<OriginalSearch>();
        services.TryAddSingleton<MxGuard>();
        services.TryAddSingleton<RetryGuardReading>();
        services.TryAddSingleton<RetryNotices>();
        services.TryAddSingleton<RetryMoves>();
        services.TryAddSingleton<BatchChanges>();
        services.TryAddSingleton<BatchApproval>();
        services.TryAddSingleton<IdentityFile>();
        services.TryAddSingleton<SendingStops>();
        services.TryAddSingleton<RetrySettings>();
        services.TryAddSingleton<InDoubtSettling>();
        services.AddHostedService<SendingIdentityStart>();
        return services.AddOuterRooms();
    }

    // Their constructors take internal parts, so they are not for the container's own choice.
    private static IServiceCollection AddOuterRooms(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new RetryPlanning(
            Get<PlanTables>(provider), Get<CohortReading>(provider), Get<OriginalSearch>(provider), Get<RetryGuardReading>(provider), Get<TenantAccess>(provider),
            Get<TimeProvider>(provider)));
        services.TryAddSingleton(provider => new RetryRequesting(
            Get<RetryPlanning>(provider), Get<RetryBatchWriter>(provider), Get<RetryAttemptWriter>(provider), Get<PersonReading>(provider),
            Get<RetryMoves>(provider), Get<RetrySettingReader>(provider), Get<AuditedWrite>(provider)));
        services.TryAddSingleton(provider => new RetryDeciding(
            Get<BatchApproval>(provider), Get<RetryMoves>(provider), Get<RetryOutcomeWriter>(provider), Get<AuditedWrite>(provider)));
        services.TryAddSingleton(provider => new RetryReview(
            Get<ReviewTables>(provider), Get<BatchChanges>(provider), Get<RetryGuardReading>(provider), Get<TenantAccess>(provider), Get<TimeProvider>(provider)));
        services.TryAddSingleton(provider => new FrozenBatches(
            Get<FrozenBatchReader>(provider), Get<RetryMoves>(provider), Get<InstallationAccess>(provider), Get<AuditedWrite>(provider)));
        services.TryAddSingleton(provider => new SendingIdentity(
            Get<SendingIdentityReader>(provider), Get<SendingIdentityWriter>(provider), Get<IdentityFile>(provider), Get<TenantReader>(provider),
            Get<Database>(provider), Get<ChangeFeed>(provider), Get<TimeProvider>(provider), Get<ILogger<SendingIdentity>>(provider)));
        return services;
    }

    private static T Get<T>(IServiceProvider provider) where T : notnull => provider.GetRequiredService<T>();
}

using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Jobs;
using BounceBoard.Storage.Replays;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Verdicts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Storage;

/// <summary>Registers the readers and writers of evidence and of what follows from it.</summary>
internal static class FactRegistration
{
    public static IServiceCollection AddFacts(this IServiceCollection services)
    {
        services.TryAddSingleton<EvidenceReader>();
        services.TryAddSingleton<EvidenceWriter>();
        services.TryAddSingleton<DueEvidenceReader>();
        services.TryAddSingleton<EvidenceClaimWriter>();
        services.TryAddSingleton<RefusalReader>();
        services.TryAddSingleton<RefusalWriter>();
        services.TryAddSingleton<DeliveryHourReader>();
        services.TryAddSingleton<DeliveryHourWriter>();
        services.TryAddSingleton<IncidentReader>();
        services.TryAddSingleton<IncidentFacetReader>();
        services.TryAddSingleton<IncidentPersonReader>();
        services.TryAddSingleton<DueIncidentReader>();
        services.TryAddSingleton<ScopeReader>();
        services.TryAddSingleton<OtherSendersReader>();
        services.TryAddSingleton<IncidentSpikeWriter>();
        services.TryAddSingleton<IncidentClaimWriter>();
        services.TryAddSingleton<IncidentWriter>();
        services.TryAddSingleton<IncidentCountWriter>();
        services.TryAddSingleton<IncidentWorkWriter>();
        services.TryAddSingleton<IncidentMergeWriter>();
        services.TryAddSingleton<IncidentNoteReader>();
        services.TryAddSingleton<IncidentNoteWriter>();
        services.TryAddSingleton<DismissalReader>();
        services.TryAddSingleton<DismissalWriter>();
        services.TryAddSingleton<SavedViewReader>();
        services.TryAddSingleton<SavedViewWriter>();
        services.TryAddSingleton<SavedAddressReader>();
        services.TryAddSingleton<SliceChainWriter>();
        services.TryAddSingleton<VerdictReader>();
        services.TryAddSingleton<VerdictWriter>();
        services.TryAddSingleton<SuppressionReader>();
        services.TryAddSingleton<SuppressionWriter>();
        services.TryAddSingleton<VerdictOverrideReader>();
        services.TryAddSingleton<VerdictOverrideWriter>();
        services.TryAddSingleton<VerdictSumReader>();
        services.TryAddSingleton<ReplayReader>();
        return services.AddRetries().AddRetrySending();
    }

    private static IServiceCollection AddRetries(this IServiceCollection services)
    {
        services.TryAddSingleton<SendingRouteReader>();
        services.TryAddSingleton<SendingRouteWriter>();
        services.TryAddSingleton<RetryBatchReader>();
        services.TryAddSingleton<RetryAttemptReader>();
        services.TryAddSingleton<RetryDecisionReader>();
        services.TryAddSingleton<RetrySettingReader>();
        services.TryAddSingleton<SendingStopReader>();
        services.TryAddSingleton<RetryBatchWriter>();
        services.TryAddSingleton<RetryDecisionWriter>();
        services.TryAddSingleton<RetryAttemptWriter>();
        services.TryAddSingleton<RetryCohortReader>();
        services.TryAddSingleton<RetryHistoryReader>();
        services.TryAddSingleton<FrozenBatchReader>();
        services.TryAddSingleton<ComplaintReader>();
        services.TryAddSingleton<RetrySettingWriter>();
        services.TryAddSingleton<SendingStopWriter>();
        services.TryAddSingleton<SendingIdentityReader>();
        services.TryAddSingleton<SendingIdentityWriter>();
        return services;
    }
}

using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Evidence;

/// <summary>Registers the way from bytes to verdicts.</summary>
internal static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton<ChangeFeed>();
        services.TryAddSingleton<TenantFactsReading>();
        services.TryAddSingleton<ObservedDns>();
        services.TryAddSingleton<DomainLook>();
        services.TryAddSingleton<IncidentOpening>();
        services.TryAddSingleton<RefusalFiling>();
        services.TryAddSingleton<ReportFiling>();
        services.TryAddSingleton<EvidenceReading>();
        services.TryAddSingleton<ParseStep>();
        services.TryAddSingleton<ParseBatch>();
        services.TryAddSingleton<IntakeStore>();
        services.TryAddSingleton<VerdictTables>();
        services.TryAddSingleton<FactGathering>();
        services.TryAddSingleton<IncidentJudge>();
        services.TryAddSingleton<DropFolderSweep>();
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new VerdictDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<VerdictTables>(), provider.GetRequiredService<IncidentJudge>(),
            provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new EvidenceParsing(
            provider.GetRequiredService<DueEvidenceReader>(), provider.GetRequiredService<ParseBatch>(), provider.GetRequiredService<VerdictDesk>(),
            provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new EvidenceIntake(
            provider.GetRequiredService<EvidenceUnpacker>(), provider.GetRequiredService<IntakeStore>(),
            provider.GetRequiredService<EvidenceParsing>(), provider.GetRequiredService<TenantAccess>(),
            provider.GetRequiredService<SourceReader>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}

using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Replays;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Evidence;

/// <summary>Registers the way from bytes to verdicts.</summary>
internal static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddChanges();
        services.AddSuppressions();
        services.AddReplays();
        services.TryAddSingleton<TenantFactsReading>();
        services.TryAddSingleton<ObservedDns>();
        services.TryAddSingleton<DomainLook>();
        services.TryAddSingleton<IncidentMoves>();
        services.TryAddSingleton<IncidentOpening>();
        services.TryAddSingleton<RefusalLookup>();
        services.TryAddSingleton<RefusalFiling>();
        services.TryAddSingleton<UnknownWordings>();
        services.TryAddSingleton<ReportFiling>();
        services.TryAddSingleton<SourceColumns>();
        services.TryAddSingleton<EvidenceReading>();
        services.TryAddSingleton<ParseStep>();
        services.TryAddSingleton<EvidenceClaims>();
        services.TryAddSingleton<ParseBatch>();
        services.TryAddSingleton<IntakeHold>();
        services.TryAddSingleton<IntakeStore>();
        services.TryAddSingleton<VerdictTables>();
        services.TryAddSingleton<ScopeReading>();
        services.TryAddSingleton<SpikeMoves>();
        services.TryAddSingleton<IncidentGathering>();
        services.TryAddSingleton<IncidentJudge>();
        services.TryAddSingleton<DecisionFiling>();
        services.TryAddSingleton<IncidentDecision>();
        services.TryAddSingleton<DropFolderSweep>();
        services.TryAddSingleton<OpenLogs>();
        services.TryAddSingleton<LogFiling>();
        services.TryAddSingleton<LogTaking>();
        services.TryAddSingleton<LogTurn>();
        services.TryAddSingleton<SliceChains>();
        return services.AddOpenParts();
    }

    private static IServiceCollection AddOpenParts(this IServiceCollection services)
    {
        // Their constructors take internal parts, so they are not for the container's own choice.
        services.TryAddSingleton(provider => new EndpointAsOf(provider.GetRequiredService<TenantFactsReading>(), provider.GetRequiredService<ObservedDns>()));
        services.TryAddSingleton(provider => new VerdictDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<VerdictTables>(), provider.GetRequiredService<IncidentJudge>(),
            provider.GetRequiredService<IncidentDecision>(), provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<VerdictDesk>>()));
        services.TryAddSingleton(provider => new EvidenceParsing(
            provider.GetRequiredService<DueEvidenceReader>(), provider.GetRequiredService<EvidenceClaims>(), provider.GetRequiredService<ParseBatch>(),
            provider.GetRequiredService<VerdictDesk>(), provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new EvidenceIntake(
            provider.GetRequiredService<EvidenceUnpacker>(), provider.GetRequiredService<IntakeStore>(),
            provider.GetRequiredService<EvidenceParsing>(), provider.GetRequiredService<TenantAccess>(),
            provider.GetRequiredService<SourceReader>(), provider.GetRequiredService<IntakeHold>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new LogFollowing(
            provider.GetRequiredService<FollowedLogReader>(), provider.GetRequiredService<SourceClaimWriter>(), provider.GetRequiredService<LogTurn>(),
            provider.GetRequiredService<LogFiling>(), provider.GetRequiredService<EvidenceParsing>(), provider.GetRequiredService<VerdictDesk>(),
            provider.GetRequiredService<Database>(), provider.GetRequiredService<FollowingHost>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LogFollowing>>()));
        services.TryAddSingleton<ImportTargets>();
        services.TryAddSingleton<DemoDns>();
        services.TryAddSingleton<DemoTables>();
        services.TryAddSingleton(provider => new DemoTenant(
            provider.GetRequiredService<TenantReader>(), provider.GetRequiredService<TenantAdministration>(),
            provider.GetRequiredService<RouteAdministration>(), provider.GetRequiredService<DomainAdministration>(),
            provider.GetRequiredService<EvidenceIntake>(), provider.GetRequiredService<DemoTables>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}

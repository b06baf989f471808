using BounceBoard.Operations.Domains.Signatures;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Registers the examination of domains and what people do with its result.</summary>
internal static class ExamRegistration
{
    public static IServiceCollection AddExams(this IServiceCollection services)
    {
        services.TryAddSingleton<LiveExam>();
        services.TryAddSingleton<IExam>(provider => provider.GetRequiredService<LiveExam>());
        services.TryAddSingleton<ExamTables>();
        services.TryAddSingleton<ExamSubjects>();
        services.TryAddSingleton<IssueFiling>();
        services.TryAddSingleton<HealthNews>();
        services.TryAddSingleton<ExamFiling>();
        // Its constructor takes internal parts, so it is not for the container's own choice.
        services.TryAddSingleton(provider => new ExamDesk(
            provider.GetRequiredService<IExam>(), provider.GetRequiredService<ExamTables>(), provider.GetRequiredService<ExamSubjects>(),
            provider.GetRequiredService<ExamFiling>(), provider.GetRequiredService<TenantAccess>(), provider.GetRequiredService<Database>(),
            provider.GetRequiredService<ChangeFeed>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IssueDesk>();
        services.TryAddSingleton<HealthReading>();
        services.TryAddSingleton<WhatIfDesk>();
        services.TryAddSingleton<ShareDesk>();
        services.TryAddSingleton<OriginalSignatures>();
        return services;
    }
}

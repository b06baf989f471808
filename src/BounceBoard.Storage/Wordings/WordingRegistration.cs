using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Storage.Wordings;

/// <summary>Registers the readers and writers of wordings.</summary>
internal static class WordingRegistration
{
    public static IServiceCollection AddWordings(this IServiceCollection services)
    {
        services.TryAddSingleton<UnknownWordingReader>();
        services.TryAddSingleton<UnknownWordingWriter>();
        services.TryAddSingleton<InstallationWordingReader>();
        services.TryAddSingleton<WordingRuleReader>();
        services.TryAddSingleton<WordingRuleWriter>();
        services.TryAddSingleton<StoredReplyReader>();
        services.TryAddSingleton<RejudgementWriter>();
        return services;
    }
}

using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BounceBoard.Dns;

/// <summary>Registers the resolvers and what asks them.</summary>
public static class ServiceRegistration
{
    /// <summary>Adds <see cref="ResolverSet"/> and <see cref="FactsFetch"/> with the options of the section <c>Dns</c>, checked at start.</summary>
    public static IServiceCollection AddDns(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DnsOptions>().BindConfiguration(DnsOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DnsOptions>, DnsOptionsCheck>());
        services.TryAddSingleton(provider => ResolverSet.From(
            provider.GetRequiredService<IOptions<DnsOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<FactsFetch>();
        return services;
    }
}

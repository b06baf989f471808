using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.Operations.Outside;
using BounceBoard.Operations.RetryBatches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Registers what looks at a domain from outside. Needs the floor of DNS and a configuration, no database.</summary>
public static class ProbeRegistration
{
    /// <summary>Adds <see cref="DomainExam"/> with the options of the section <c>Probes</c> and the name for EHLO of <c>Retries</c>.</summary>
    public static IServiceCollection AddProbes(this IServiceCollection services)
    {
        services.AddOptions<ProbeOptions>().BindConfiguration(ProbeOptions.Section).ValidateOnStart();
        services.AddOptions<RetryOptions>().BindConfiguration(RetryOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ProbeOptions>, ProbeOptionsCheck>());
        services.TryAddSingleton(ExamOf);
        return services;
    }

    private static DomainExam ExamOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ProbeOptions>>().Value;
        var (facts, reach, time) = (provider.GetRequiredService<FactsFetch>(), ProbeReach.Of(options), provider.GetRequiredService<TimeProvider>());
        var resolvers = provider.GetRequiredService<ResolverSet>();
        if (!options.Enabled || resolvers.All.Count == 0)
        {
            return new DomainExam(facts, null, null, reach);
        }
        var trust = CertificateTrust.With(options.RootsFile);
        var helo = provider.GetRequiredService<IOptions<RetryOptions>>().Value.HeloName;
        var probe = new MailHostProbe(new MailProbeSettings { Port = options.Port, HeloName = helo, Trust = trust }, time);
        var fetch = new GuardedFetch(resolvers, reach, new CheckedGet(trust, GuardedFetch.Patience, time), options.PolicyPort);
        var registrations = options.Rdap ? new RdapFetching(fetch, new Uri(options.RdapBootstrap), time) : null;
        var fetches = new ExamFetches(new PolicyFetching(fetch), new BimiFetching(fetch, time), registrations);
        return new DomainExam(facts, new SharedProbes(probe.ProbeAsync, new SharedTrials(options, time), time), fetches, reach);
    }
}

using System.Net;
using BounceBoard.Dns.Asking;
using DnsClient;
using Microsoft.Extensions.Options;

namespace BounceBoard.Dns.Resolving;

/// <summary>The resolvers of the house; each is asked on its own, so that their answers can be compared.</summary>
public sealed class ResolverSet : IDisposable
{
    /// <summary>Name of the machine's own resolver.</summary>
    public const string System = "system";

    /// <summary>Name of the resolver that asks the domain's own name servers.</summary>
    public const string Authoritative = "authoritative";

    private readonly QueryCeiling? _ceiling;

    public ResolverSet(IReadOnlyList<IMxResolver> all) => All = all;

    private ResolverSet(IReadOnlyList<IMxResolver> all, QueryCeiling ceiling, AuthoritativeClient direct, ValidatingResolver? validating) =>
        (All, _ceiling, Direct, Validating) = (all, ceiling, direct, validating);

    public IReadOnlyList<IMxResolver> All { get; }

    /// <summary>Those that look up for others, which is all but the domain's own servers.</summary>
    internal IReadOnlyList<IMxResolver> Recursive => [.. All.Where(resolver => resolver.Name != Authoritative)];

    /// <summary>Puts a question to any server; null where the set was not made from options.</summary>
    internal AuthoritativeClient? Direct { get; }

    /// <summary>Null where none is named.</summary>
    internal ValidatingResolver? Validating { get; }

    /// <summary>Builds the resolvers that the options name.</summary>
    /// <exception cref="OptionsValidationException">The options hold a fault; the message names every key.</exception>
    public static ResolverSet From(DnsOptions options) => From(options, TimeProvider.System);

    internal static ResolverSet From(DnsOptions options, TimeProvider time)
    {
        var check = new DnsOptionsCheck().Validate(Options.DefaultName, options);
        if (check.Failed)
        {
            throw new OptionsValidationException(DnsOptions.Section, typeof(DnsOptions), check.Failures);
        }
        var ceiling = new QueryCeiling(options.QueriesPerSecond);
        var direct = new AuthoritativeClient(options, ceiling);
        var recursive = RecursiveSources(options, ceiling);
        var resolvers = recursive.Select(IMxResolver (source) => new MxResolver(source.Name, source.Asking)).ToList();
        if (options.UseAuthoritative)
        {
            var asking = new AuthoritativeAsking(
                new NameServerFinder([.. recursive.Select(source => source.Asking)], ServerReach.Of(options), options.AuthoritativePort, time),
                direct);
            resolvers.Add(new MxResolver(Authoritative, asking));
        }
        var validating = ValidatingResolver.EndpointOf(options.ValidatingResolver) is { } server ? new ValidatingResolver(server, options, ceiling, time) : null;
        return new ResolverSet(resolvers, ceiling, direct, validating);
    }

    private static List<(string Name, IAsking Asking)> RecursiveSources(DnsOptions options, QueryCeiling ceiling)
    {
        List<(string, IAsking)> sources = [];
        var system = options.UseSystem ? NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false) : [];
        if (system.Count > 0)
        {
            sources.Add((System, new RecursiveAsking([.. system], options, ceiling)));
        }
        sources.AddRange(options.Named().Select(resolver => (resolver.NameOrAddress,
            (IAsking)new RecursiveAsking([new NameServer(IPAddress.Parse(resolver.Address), resolver.Port)], options, ceiling))));
        return sources;
    }

    public void Dispose() => _ceiling?.Dispose();
}

using System.Net;
using BounceBoard.Core.Domains.Blocklists;
using BounceBoard.Dns.Asking;
using BounceBoard.Dns.Domains;
using Microsoft.Extensions.Options;

namespace BounceBoard.Dns.Resolving;

/// <summary>Names every fault of the section <c>Dns</c> by its full key, all at once.</summary>
internal sealed class DnsOptionsCheck : IValidateOptions<DnsOptions>
{
    public ValidateOptionsResult Validate(string? name, DnsOptions options)
    {
        var faults = Numbers(options).Concat(Networks(options)).Concat(Sources(options)).Concat(Health(options)).Concat(options.Resolvers.SelectMany(Resolver)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Numbers(DnsOptions options)
    {
        if (options.Timeout < TimeSpan.FromMilliseconds(50) || options.Timeout > TimeSpan.FromSeconds(30))
            yield return $"Dns:Timeout is {options.Timeout}; allowed are 00:00:00.05 to 00:00:30.";
        if (options.Retries is < 0 or > 5)
            yield return $"Dns:Retries is {options.Retries}; allowed are 0 to 5.";
        if (options.QueriesPerSecond is < 1 or > 100_000)
            yield return $"Dns:QueriesPerSecond is {options.QueriesPerSecond}; allowed are 1 to 100000.";
        if (options.AuthoritativePort is < 1 or > 65535)
            yield return $"Dns:AuthoritativePort is {options.AuthoritativePort}; allowed are 1 to 65535.";
    }

    private static IEnumerable<string> Networks(DnsOptions options) => options.PrivateNetworks.Select((text, index) => (text, index)).Where(one => !IPNetwork.TryParse(one.text, out _))
        .Select(one => $"Dns:PrivateNetworks:{one.index} is '{one.text}', which is no network. Write one like 10.0.0.0/8 or fd00::/8.");

    private static IEnumerable<string> Sources(DnsOptions options)
    {
        if (!options.UseSystem && options.Named().Count == 0)
            yield return "Dns:Resolvers is empty while Dns:UseSystem and Dns:UsePublic are false; name at least one resolver, or set one of them to true.";
        string[] reserved = [ResolverSet.System, ResolverSet.Authoritative];
        foreach (var twice in options.Named().Select(resolver => resolver.NameOrAddress).Concat(reserved)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return $"Dns:Resolvers names '{twice.Key}' twice; every name must differ, and 'system' and 'authoritative' are taken.";
        }
    }

    private static IEnumerable<string> Health(DnsOptions options)
    {
        if (options.ValidatingResolver.Length > 0 && ValidatingResolver.EndpointOf(options.ValidatingResolver) is null)
            yield return $"Dns:ValidatingResolver is '{options.ValidatingResolver}'; an IPv4 or IPv6 address is needed, with a port if it is not 53, or nothing.";
        foreach (var unknown in ListSelection.Unknown(options.Blocklists))
            yield return $"Dns:Blocklists names '{unknown}'; allowed are default, none, or zones of {string.Join(", ", BlocklistCatalogue.All.Select(list => list.Zone))}.";
    }

    private static IEnumerable<string> Resolver(ResolverOptions resolver, int index)
    {
        if (!IPAddress.TryParse(resolver.Address, out _))
            yield return $"Dns:Resolvers:{index}:Address is '{resolver.Address}'; an IPv4 or IPv6 address is needed, not a host name.";
        if (resolver.Port is < 1 or > 65535)
            yield return $"Dns:Resolvers:{index}:Port is {resolver.Port}; allowed are 1 to 65535.";
        if (resolver.NameOrAddress.Length > 64)
            yield return $"Dns:Resolvers:{index}:Name has {resolver.NameOrAddress.Length} characters; at most 64 are allowed.";
    }
}

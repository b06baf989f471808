using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Endpoints;

/// <summary>What was known of a domain's MX at one time: each resolver's answer then, and all that was answered before.</summary>
internal sealed class MxHistory
{
    private readonly List<MxObservation> known;

    private MxHistory(List<MxObservation> known, IReadOnlyList<ResolverAnswer> resolvers) => (this.known, Resolvers) = (known, resolvers);

    /// <summary>Every resolver with its answer at that time, by name.</summary>
    public IReadOnlyList<ResolverAnswer> Resolvers { get; }

    public static MxHistory At(IReadOnlyList<MxObservation> observations, DateTimeOffset at)
    {
        var known = observations.Where(seen => seen.From <= at).ToList();
        var resolvers = observations
            .GroupBy(seen => seen.Resolver)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ResolverAnswer(group.Key, group.Where(seen => seen.From <= at).MaxBy(seen => (seen.From, seen.SeenUntil, seen.Id))))
            .ToList();
        return new MxHistory(known, resolvers);
    }

    /// <summary>The newest interval in which the host of this name had the address, from any resolver: providers rotate and answer by place.</summary>
    public MxObservation? AddressOfHost(IPAddress ip, IEnumerable<DomainName> hosts)
    {
        var names = hosts.ToHashSet();
        return Newest(known.Where(seen => seen.Answer.Hosts.Any(host => names.Contains(host.Name) && host.Addresses.Contains(ip))));
    }

    /// <summary>The newest interval that began no later than <paramref name="current"/> and in which the endpoint was an MX of the domain.</summary>
    public MxObservation? Former(RefusingServer server, MxObservation current) =>
        Newest(known.Where(seen => !ReferenceEquals(seen, current) && seen.From <= current.From && IsAmong(server, seen.Answer)));

    /// <summary>True when the endpoint is a host of the answer, by address or by the name in the evidence, or receives in place of an MX.</summary>
    public static bool IsAmong(RefusingServer server, MxAnswer answer) =>
        answer.Hosts.Any(host => (server.Ip is { } ip && host.Addresses.Contains(ip)) || host.Name == server.Name)
        || (server.Ip is { } own && answer.ImplicitAddresses.Contains(own));

    private static MxObservation? Newest(IEnumerable<MxObservation> seen) => seen.MaxBy(row => (row.SeenUntil, row.From, row.Resolver, row.Id));
}

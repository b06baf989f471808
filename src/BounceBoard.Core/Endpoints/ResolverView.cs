using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Endpoints;

/// <summary>The endpoint as one resolver's answer shows it.</summary>
internal sealed class ResolverView(RefusingServer server, DomainName domain, MxHistory history, ConfiguredRoutes configured)
{
    public ResolverFinding Judge(ResolverAnswer answer)
    {
        var (relation, how) = answer.Current is { } current
            ? Relate(current)
            : (EndpointRelation.Unknown, $"{answer.Resolver} had not been asked for {domain} by then");
        var former = relation == EndpointRelation.FormerMx && answer.Current is not null ? history.Former(server, answer.Current) : null;
        return new ResolverFinding(answer.Resolver, relation, how, answer.Current) { Former = former };
    }

    private (EndpointRelation Relation, string How) Relate(MxObservation current)
    {
        var answer = current.Answer;
        if (answer.State == DnsState.Unknown)
        {
            return (EndpointRelation.Unknown, $"no usable answer for {domain}: {answer.Rcode}");
        }
        // From the strongest statement to the weakest; the first that holds is the relation.
        return Own() ?? ByAddress(answer) ?? ByName(answer) ?? Implicit(answer) ?? Pinned() ?? AcceptsNoMail(answer)
            ?? Nameless() ?? SeenForHost(answer) ?? Former(current) ?? SameProvider(answer)
            ?? AddressesUnknown(answer) ?? (EndpointRelation.Foreign, $"{server} is not among the MX of {domain}: {Listed(answer)}");
    }

    private (EndpointRelation, string)? Own() => configured.OwnRelay is { } why ? (EndpointRelation.OwnRelay, why) : null;

    private (EndpointRelation, string)? ByAddress(MxAnswer answer) =>
        server.Ip is { } ip && answer.Hosts.FirstOrDefault(host => host.Addresses.Contains(ip)) is { } host
            ? (EndpointRelation.CurrentMx, $"{ip} is an address of {host.Name}, preference {host.Preference}")
            : null;

    private (EndpointRelation, string)? ByName(MxAnswer answer)
    {
        if (answer.Hosts.FirstOrDefault(host => host.Name == server.Name) is not { } host)
        {
            return null;
        }
        // A large provider answers with a few of its many addresses: the name holds, the address is none of today's.
        return server.Ip is { } ip && host.AddressState == DnsState.Found
            ? (EndpointRelation.CurrentMxRotating, $"{host.Name} is an MX, preference {host.Preference}, but {ip} is not one of its addresses now")
            : (EndpointRelation.CurrentMx, $"{host.Name} is an MX, preference {host.Preference}");
    }

    private (EndpointRelation, string)? Pinned() =>
        configured.PinnedBy is { } route ? (EndpointRelation.Pinned, $"{server} is not in the MX and is named by the line '{route.Line.Trim()}'") : null;

    private (EndpointRelation, string)? AcceptsNoMail(MxAnswer answer) => answer switch
    {
        { NoSuchDomain: true } => (EndpointRelation.NoDomain, $"{domain} does not exist (NXDOMAIN)"),
        { IsNullMx: true } => (EndpointRelation.NullMx, $"{domain} publishes the null MX (RFC 7505): it accepts no mail"),
        { Hosts.Count: 0, ImplicitAddresses.Count: 0 } => (EndpointRelation.NoMx, $"{domain} has neither an MX nor an address"),
        _ => null,
    };

    private (EndpointRelation, string)? Nameless() => server.IsUnknown ? (EndpointRelation.Unknown, "the evidence names no refusing server") : null;

    private (EndpointRelation, string)? Implicit(MxAnswer answer) =>
        answer.Hosts.Count == 0 && (server.Ip is { } ip ? answer.ImplicitAddresses.Contains(ip) : server.Name == domain)
            ? (EndpointRelation.ImplicitMx, $"{domain} has no MX and {server} is its own address (RFC 5321 §5.1)")
            : null;

    private (EndpointRelation, string)? SeenForHost(MxAnswer answer) =>
        server.Ip is { } ip && history.AddressOfHost(ip, answer.Hosts.Select(host => host.Name)) is { } seen
            ? (EndpointRelation.CurrentMxRotating, $"{ip} was an address of a current MX host on {seen.SeenUntil.UtcDateTime:yyyy-MM-dd HH:mm} ({seen.Resolver})")
            : null;

    private (EndpointRelation, string)? Former(MxObservation current) =>
        history.Former(server, current) is { } seen
            ? (EndpointRelation.FormerMx, $"{server} was an MX of {domain} until {seen.SeenUntil.UtcDateTime:yyyy-MM-dd HH:mm} and is not any more ({seen.Resolver})")
            : null;

    // Without an address the name in the evidence came from our own side's MX look-up; with one it must be proven.
    private (EndpointRelation, string)? SameProvider(MxAnswer answer)
    {
        var names = server.Ip is null ? server.Names : server.ConfirmedNames;
        var match = names.FirstOrDefault(name => answer.Hosts.Any(host => OrganizationalDomain.Same(host.Name, name)));
        return match is null
            ? null
            : (EndpointRelation.CurrentMxRotating, server.Ip is { } ip
                ? $"{ip} is {match}, forward-confirmed, of the same organization as the MX"
                : $"{match} is of the same organization as the MX");
    }

    private (EndpointRelation, string)? AddressesUnknown(MxAnswer answer) =>
        server.Ip is not null && answer.Hosts.FirstOrDefault(host => host.AddressState == DnsState.Unknown) is { } host
            ? (EndpointRelation.Unknown, $"the addresses of {host.Name} could not be looked up")
            : null;

    private static string Listed(MxAnswer answer)
    {
        var hosts = answer.Hosts.Select(host => host.Addresses.Count == 0 ? host.Name.Value : $"{host.Name} ({string.Join(", ", host.Addresses)})").ToList();
        var shown = hosts.Count > 0 ? hosts : answer.ImplicitAddresses.Select(address => address.ToString()).ToList();
        return string.Join(", ", shown.Take(4)) + (shown.Count > 4 ? $" and {shown.Count - 4} more" : "");
    }
}

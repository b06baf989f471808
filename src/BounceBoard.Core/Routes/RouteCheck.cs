using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Routes;

/// <summary>
/// Holds configured lines against what DNS says, before any mail bounces. A line to a host of one's own is a decision and is left alone; a line to a host
/// that was the domain's MX, is some provider's, or is the recipient's own and not in its MX, may be one that was forgotten. A resolver without a usable answer accuses nobody.
/// </summary>
public static class RouteCheck
{
    /// <summary>The one recipient domain that a line is for; null for a pattern, a smarthost, or a line without a host.</summary>
    public static DomainName? DomainOf(OutboundRoute route) =>
        route.Kind != RouteKind.Smarthost && route.Host is not null && DomainName.TryParse(route.Pattern[(route.Pattern.LastIndexOf('@') + 1)..], out var domain)
            ? domain
            : null;

    /// <param name="observations">Every kept answer for the line's domain, of all resolvers.</param>
    /// <returns>Null when DNS does not contradict the line, or says too little.</returns>
    public static RouteFinding? Of(OutboundRoute route, IReadOnlyList<MxObservation> observations)
    {
        if (DomainOf(route) is not { } domain || route.Host is not { } host)
        {
            return null;
        }
        var current = observations.GroupBy(seen => seen.Resolver, StringComparer.Ordinal)
            .Select(group => group.MaxBy(seen => (seen.From, seen.SeenUntil, seen.Id)))
            .OfType<MxObservation>()
            .Where(seen => seen.Answer.State != DnsState.Unknown)
            .ToList();
        // One resolver that still names the host is enough to be silent: DNS may be on its way.
        if (current.Count == 0 || current.Any(seen => Names(seen.Answer, route, host, domain)))
        {
            return null;
        }
        if (current.All(seen => TakesNoMail(seen.Answer)))
        {
            return new(route, domain.Value, RouteFindingKind.DomainTakesNoMail, $"The line sends mail for {domain} to {host}, but {domain} accepts no mail.");
        }
        var now = $"DNS names {Listed(current)}";
        if (observations.Where(seen => Names(seen.Answer, route, host, domain)).MaxBy(seen => seen.SeenUntil) is { } former)
        {
            var until = FormattableString.Invariant($"{former.SeenUntil.UtcDateTime:yyyy-MM-dd}");
            return new(route, domain.Value, RouteFindingKind.PinsFormerMx, $"{host} was an MX of {domain} until {until} and is not any more. {now}.");
        }
        if (!DomainName.TryParse(host, out var name))
        {
            return null;
        }
        if (ProviderHosts.Contains(name) && !SameProvider(current, name))
        {
            return new(route, domain.Value, RouteFindingKind.PinsOtherProvider, $"{host} is a provider's host that DNS does not name for {domain}. {now}.");
        }
        return OrganizationalDomain.Same(name, domain)
            ? new(route, domain.Value, RouteFindingKind.PinsUnlistedHost, $"{host} is a host of {domain} that its MX does not name. {now}.")
            : null;
    }

    private static bool Names(MxAnswer answer, OutboundRoute route, string host, DomainName domain)
    {
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(host, out var literal) ? [literal] : route.Addresses;
        var name = DomainName.TryParse(host, out var parsed) ? parsed : null;
        // Without brackets Postfix looks up the next hop's own MX: the domain itself, or its parent, follows DNS.
        return (route.LookUpMx && name == domain)
            || answer.Hosts.Any(mx => mx.Name == name || mx.Addresses.Any(addresses.Contains))
            || answer.ImplicitAddresses.Any(addresses.Contains)
            || (answer.Hosts.Count == 0 && !answer.IsNullMx && answer.ImplicitAddresses.Count > 0 && name == domain);
    }

    private static bool SameProvider(List<MxObservation> current, DomainName name) =>
        current.Any(seen => seen.Answer.Hosts.Any(mx => OrganizationalDomain.Same(mx.Name, name)));

    private static bool TakesNoMail(MxAnswer answer) =>
        answer.IsNullMx || answer.NoSuchDomain || (answer.Hosts.Count == 0 && answer.ImplicitAddresses.Count == 0);

    private static string Listed(List<MxObservation> current)
    {
        var names = current.SelectMany(seen => seen.Answer.Hosts).OrderBy(mx => mx.Preference).Select(mx => mx.Name.Value).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "no MX" : string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" and {names.Count - 3} more" : "");
    }
}

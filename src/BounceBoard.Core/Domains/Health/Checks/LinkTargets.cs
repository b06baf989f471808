using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A name of somebody else's that a record of the domain leads to, and that does not exist.</summary>
/// <param name="Place">The record, for people.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="Registrable">The name under which its owner registers.</param>
internal sealed record LinkTargets(string Place, string Target, string Registrable)
{
    public static IReadOnlyList<LinkTargets> Gone(DomainFacts facts)
    {
        var (domain, dns) = (facts.Domain.Value, facts.Dns);
        IEnumerable<(string Place, string Target)> gone =
        [
            .. MailRoute.Of(domain, dns).Hosts.Where(host => IsGone(host, RecordType.A, dns)).Select(host => ($"{domain} MX", host)),
            .. (dns.Find(domain, RecordType.Ns)?.Records ?? []).Where(host => IsGone(host, RecordType.A, dns)).Select(host => ($"{domain} NS", host)),
            .. SpfTerms.Of(domain, dns).Where(one => one.Target.Length > 0 && IsGone(one.Target, RecordType.Txt, dns)).Select(one => ($"{one.Domain} SPF, {one.Term.Text}", one.Target)),
            .. Aliases(facts).SelectMany(name => dns.Find(name, RecordType.Cname)?.Records.Select(target => ($"{name} CNAME", target)) ?? []),
        ];
        return [.. gone.Distinct().Select(one => Of(one.Place, one.Target, domain)).OfType<LinkTargets>()];
    }

    /// <summary>Whether a name is an alias shows only when it is asked for; whether a name can be registered, at the name above it.</summary>
    public static IEnumerable<RecordQuestion> Questions(DomainFacts facts) =>
        [.. Aliases(facts).Select(name => new RecordQuestion(name, RecordType.Cname)), .. Gone(facts).Select(link => new RecordQuestion(link.Registrable, RecordType.Ns))];

    // An alias whose target is gone is answered as if the name itself were gone (RFC 6604 §2.1). Common selectors, which nobody published, are left out.
    private static IEnumerable<string> Aliases(DomainFacts facts)
    {
        var domain = facts.Domain.Value;
        return facts.Selectors.Where(selector => selector.Origin != SelectorOrigin.Common).Select(selector => KeyName.Of(selector.Selector, domain))
            .Concat([TreeWalk.RecordName(domain), $"_mta-sts.{domain}"]).Where(name => IsGone(name, RecordType.Txt, facts.Dns))
            .Concat(new[] { $"mta-sts.{domain}" }.Where(name => IsGone(name, RecordType.A, facts.Dns)));
    }

    private static bool IsGone(string name, RecordType type, IDnsSnapshot dns) => dns.Find(name, type) is { State: DnsState.Absent, Rcode: "NXDOMAIN" };

    // Below the domain itself nobody else can register anything.
    private static LinkTargets? Of(string place, string target, string domain) =>
        DomainName.TryParse(target, out var name) && OrganizationalDomain.Of(name).Value is var registrable && registrable.Contains('.', StringComparison.Ordinal)
        && !domain.Equals(registrable, StringComparison.OrdinalIgnoreCase) && !domain.EndsWith($".{registrable}", StringComparison.OrdinalIgnoreCase)
            ? new LinkTargets(place, target, registrable) : null;
}

using BounceBoard.Core.Domains.Caa;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whether CAA still lets the authority issue that issued the certificates in use: else the next renewal fails.</summary>
internal static class CaaIssuerChecks
{
    private static readonly HealthRule Rule = new("caa-issuer", CheckArea.Dns, "CAA lets the authority in use renew the certificate", "RFC 8659 §3");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        List<Judged> found = [.. HostsOf(examined).Select(host => Of(host.Name, host.IsWildcard, host.Issuers, examined)).OfType<Judged>()];
        return found.Count > 0 ? found : [Rule.NotApplicable("No CAA record speaks for a certificate in use.")];
    }

    private static IEnumerable<(string Name, bool IsWildcard, IReadOnlyList<string> Issuers)> HostsOf(Examined examined)
    {
        var policyHost = $"mta-sts.{examined.Domain}";
        var hosts = examined.Facts.MailHosts.Where(fact => fact.Certificates.Count > 0).GroupBy(fact => fact.Host.Value).Where(host => host.Key != policyHost)
            .Select(host => (host.Key, host.All(IsWildcard), (IReadOnlyList<string>)[.. host.Select(fact => CertificateIssuer.OrganizationOf(fact.Certificates[0])).Distinct()]));
        return examined.Facts.MtaStsPolicy is { Issuer.Length: > 0 } policy ? hosts.Append((policyHost, false, [policy.Issuer])) : hosts;
    }

    private static bool IsWildcard(MailHostFact fact) =>
        !fact.CertificateNames.Contains(fact.Host.Value, StringComparer.OrdinalIgnoreCase) && fact.CertificateNames.Any(name => name.StartsWith("*.", StringComparison.Ordinal));

    // Null where no record speaks for the host: then every authority may issue.
    private static Judged? Of(string host, bool isWildcard, IReadOnlyList<string> issuers, Examined examined)
    {
        var set = CaaSet.For(host, examined.Facts.Dns);
        if (set is { Unanswered: null, Properties.Count: 0 })
        {
            return null;
        }
        var strange = issuers.FirstOrDefault(issuer => KnownAuthorities.DomainsOf(issuer) is null);
        var refused = issuers.FirstOrDefault(issuer => KnownAuthorities.DomainsOf(issuer) is { } domains && !set.Allows(isWildcard, domains));
        List<string> evidence = [$"Issued by {string.Join(", ", issuers.Select(issuer => issuer.Length > 0 ? issuer : "an authority without a name"))}.", .. set.Name is { } at ? examined.Ask(at, RecordType.Caa).Records.Select(record => $"{at} CAA {record}") : []];
        return (set.Unanswered is { } missing ? Rule.Unknown(Examined.Unanswered(missing))
            : refused is not null && set.Name is { } name ? Rule.Warn(Blocked(name, isWildcard, refused), evidence)
            : strange is not null && !set.Allows(isWildcard, []) ? Rule.Unknown([.. evidence, "By which domain this authority knows itself is not known here."])
            : Rule.Pass(evidence)).About(host);
    }

    private static HealthAdvice Blocked(string name, bool isWildcard, string issuer) => Advice.Of(
        "CAA does not let the authority issue whose certificate is in use.", "The next renewal fails; when the certificate has run out, senders that insist on TLS do not deliver.",
        "Publish the record beside the others.", "Or order the certificate from an authority that is named.").Publishing(
            new ProposedRecord(name, RecordType.Caa, $"0 {(isWildcard ? "issuewild" : "issue")} \"{KnownAuthorities.DomainsOf(issuer)?[0]}\""));
}

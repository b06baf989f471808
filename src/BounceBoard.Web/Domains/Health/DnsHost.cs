using BounceBoard.Core.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Who serves a zone, and where a record is entered there.</summary>
/// <param name="Where">The way to the form, as its menus name it.</param>
/// <param name="Form">How the name is entered, where it is not the full name.</param>
public sealed record DnsHost(string Name, string Where, string Form)
{
    private const string BelowTheZone = "(enter the part before the domain; @ for the domain itself)";
    private const string WholeName = "(enter the whole name)";

    // Told by the names of the servers that a zone delegates to.
    private static readonly (string Mark, DnsHost Host)[] Known =
    [
        (".ns.cloudflare.com", new("Cloudflare", "DNS, Records, Add record. Leave the proxy off for records of mail hosts.", BelowTheZone)),
        (".awsdns-", new("Amazon Route 53", "Hosted zones, the zone, Create record. Long texts are split into quoted strings by hand.", BelowTheZone)),
        (".azure-dns.", new("Azure DNS", "DNS zones, the zone, Record sets, Add.", BelowTheZone)),
        (".googledomains.com", new("Google Cloud DNS", "Cloud DNS, the zone, Add standard.", BelowTheZone)),
        (".domaincontrol.com", new("GoDaddy", "Domain portfolio, the domain, DNS, Add new record.", BelowTheZone)),
        (".registrar-servers.com", new("Namecheap", "Domain list, Manage, Advanced DNS, Add new record.", BelowTheZone)),
        (".ui-dns.", new("IONOS", "Domains and SSL, the domain, DNS, Add record.", BelowTheZone)),
        (".ovh.", new("OVHcloud", "Web Cloud, Domain names, the domain, DNS zone, Add an entry.", BelowTheZone)),
        (".gandi.net", new("Gandi", "Domain, the domain, DNS records, Add record.", BelowTheZone)),
        (".digitalocean.com", new("DigitalOcean", "Networking, Domains, the domain, Create a record.", BelowTheZone)),
        (".hetzner.", new("Hetzner", "DNS, the zone, Records, Add record.", BelowTheZone)),
        (".dnsmadeeasy.com", new("DNS Made Easy", "Managed DNS, the domain, the section of the type.", BelowTheZone)),
        (".dnsimple.", new("DNSimple", "The domain, DNS, Manage, Add record.", BelowTheZone)),
        (".nsone.net", new("NS1", "Zones, the zone, Add record.", WholeName)),
    ];

    /// <returns>Null when the domain has no name servers of its own in the answers, or nobody known serves them.</returns>
    public static DnsHost? Of(string domain, IDnsSnapshot dns) =>
        dns.Find(domain, RecordType.Ns) is { State: DnsState.Found } answer
            ? Known.FirstOrDefault(known => answer.Records.Any(server => server.Contains(known.Mark, StringComparison.OrdinalIgnoreCase))).Host
            : null;
}

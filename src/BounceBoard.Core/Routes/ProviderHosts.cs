using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Routes;

/// <summary>Organizations whose MX hosts belong in DNS and not in a route table: they renumber and rename them without asking.</summary>
internal static class ProviderHosts
{
    // Who publishes MX hosts under these names for domains of their customers.
    private static readonly HashSet<string> Under = new(StringComparer.Ordinal)
    {
        "google.com", "googlemail.com", "outlook.com", "office365.us", "yahoodns.net", "icloud.com", "zoho.com", "zoho.eu", "yandex.net", "mail.ru",
        "protonmail.ch", "messagingengine.com", "gmx.net", "kundenserver.de", "ovh.net", "gandi.net", "secureserver.net", "emailsrvr.com",
        "registrar-servers.com", "mimecast.com", "pphosted.com", "ppe-hosted.com", "messagelabs.com", "barracudanetworks.com", "iphmx.com",
        "trendmicro.com", "trendmicro.eu", "hornetsecurity.com", "antispameurope.com", "mailcontrol.com", "qq.com",
    };

    public static bool Contains(DomainName host) => Under.Contains(OrganizationalDomain.Of(host).Value);
}

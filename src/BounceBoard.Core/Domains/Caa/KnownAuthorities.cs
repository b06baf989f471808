namespace BounceBoard.Core.Domains.Caa;

/// <summary>By which domains in CAA records the large public authorities know themselves, as their practice statements say (RFC 8659 §4.2).</summary>
internal static class KnownAuthorities
{
    /// <summary>Beginning of the organization's name, as it stands in certificates, lower case.</summary>
    private static readonly (string Organization, string[] Domains)[] All =
    [
        ("let's encrypt", ["letsencrypt.org"]),
        ("internet security research group", ["letsencrypt.org"]),
        ("digicert", ["digicert.com", "symantec.com", "thawte.com", "geotrust.com", "rapidssl.com", "digitalcertvalidation.com"]),
        ("sectigo", Sectigo), ("comodo ca", Sectigo), ("the usertrust network", Sectigo), ("zerossl", Sectigo),
        ("google trust services", ["pki.goog", "google.com"]),
        ("amazon", ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"]),
        ("globalsign", ["globalsign.com"]),
        ("entrust", ["entrust.net", "affirmtrust.com"]),
        ("godaddy", ["godaddy.com", "starfieldtech.com"]),
        ("starfield", ["starfieldtech.com", "godaddy.com"]),
        ("buypass", ["buypass.com", "buypass.no"]),
        ("actalis", ["actalis.it"]),
        ("swisssign", ["swisssign.com"]),
        ("ssl corp", ["ssl.com"]),
    ];

    private static string[] Sectigo => ["sectigo.com", "comodo.com", "comodoca.com", "usertrust.com", "trust-provider.com"];

    /// <returns>Null for an authority that is not in the table.</returns>
    public static IReadOnlyList<string>? DomainsOf(string organization) =>
        Array.Find(All, one => organization.StartsWith(one.Organization, StringComparison.OrdinalIgnoreCase)).Domains;
}

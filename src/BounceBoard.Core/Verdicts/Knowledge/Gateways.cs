using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>Filtering services that stand before another organization's server and re-report what that server said.</summary>
public static class Gateways
{
    private static readonly (string Under, string Operator)[] Rows =
    [
        ("mimecast.com", "Mimecast"),
        ("pphosted.com", "Proofpoint"),
        ("ppe-hosted.com", "Proofpoint Essentials"),
        ("messagelabs.com", "Symantec Email Security.cloud"),
        ("barracudanetworks.com", "Barracuda Email Gateway Defense"),
        ("iphmx.com", "Cisco Secure Email"),
        ("trendmicro.com", "Trend Micro Email Security"),
        ("trendmicro.eu", "Trend Micro Email Security"),
        ("hornetsecurity.com", "Hornetsecurity"),
        ("antispameurope.com", "Hornetsecurity"),
        ("spamh.com", "SpamHero"),
        ("mailcontrol.com", "Forcepoint Email Security"),
    ];

    /// <summary>The operator of the gateway that answered; null when the server is no known gateway.</summary>
    /// <param name="host">Name of the server.</param>
    public static string? OperatorOf(string? host)
    {
        var under = DomainName.TryParse(host, out var name) ? OrganizationalDomain.Of(name).Value : null;
        return Array.Find(Rows, row => row.Under == under).Operator;
    }
}

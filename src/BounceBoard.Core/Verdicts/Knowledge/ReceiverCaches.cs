using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>Known caches of gateways in front of other people's servers.</summary>
internal static class ReceiverCaches
{
    private static readonly ReceiverCache[] Rows =
    [
        // Recipient verification results of 5xx are kept.
        new("Barracuda Email Gateway Defense", "barracudanetworks.com", TimeSpan.FromMinutes(90), "Barracuda's documentation of recipient verification"),
        // A domain or user change reaches the filtering hosts after 30 to 60 minutes.
        new("Proofpoint Essentials", "ppe-hosted.com", TimeSpan.FromMinutes(60), "Proofpoint Essentials' documentation of propagation times"),
    ];

    /// <summary>The cache of the gateway under whose domain the server or one of the domain's MX hosts stands; null when none is known.</summary>
    public static ReceiverCache? Of(RefusalFacts facts)
    {
        var hosts = facts.Comparison.Resolvers.SelectMany(finding => finding.Observation?.Answer.Hosts ?? []).Select(host => host.Name);
        var names = DomainName.TryParse(facts.Endpoint.Name, out var endpoint) ? hosts.Append(endpoint) : hosts;
        var owners = names.Select(name => OrganizationalDomain.Of(name).Value).ToHashSet();
        return Rows.Where(row => owners.Contains(row.Under)).MaxBy(row => row.Lasts);
    }
}

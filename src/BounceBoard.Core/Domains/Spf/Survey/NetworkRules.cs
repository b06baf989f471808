using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Findings about the networks a record lets through.</summary>
internal static class NetworkRules
{
    /// <summary>Shorter prefixes hold more than 65,536 addresses: no sender has that many servers (a judgement of this house, no RFC).</summary>
    private const int WideIp4 = 16;

    /// <summary>Shorter prefixes are more than a provider gives one customer (a judgement of this house, no RFC).</summary>
    private const int WideIp6 = 32;

    public static IEnumerable<SpfFinding> Find(string domain, SpfTerm term)
    {
        var isNetwork = term.Kind is SpfTermKind.Ip4 or SpfTermKind.Ip6;
        var hasPrefix = isNetwork || term.Kind is SpfTermKind.A or SpfTermKind.Mx;
        if (hasPrefix && (term.Ip4Prefix < WideIp4 || term.Ip6Prefix < WideIp6) && term.Qualifier == SpfResult.Pass)
        {
            yield return new(SpfFindingKind.WideNetwork, FindingSeverity.Warning, domain, term.Text, "The network is very wide: strangers in it pass too.", "RFC 9989 §7.1");
        }
        if (isNetwork && LocalAddresses.KindOf(term.Network.ToIPAddress()) is not null)
        {
            yield return new(SpfFindingKind.PrivateNetwork, FindingSeverity.Note, domain, term.Text, "No receiver on the Internet sees an address of this network.", "RFC 6890 §2.2.2");
        }
    }
}

namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>A domain's SPF as published, with all it includes: what a check costs when nothing matches early, and what is wrong with it.</summary>
/// <param name="Record">The domain's own record; null where there is not exactly one.</param>
/// <param name="Lookups">Terms that ask DNS in the whole tree; a check that comes to the eleventh is permerror (RFC 7208 §4.6.4).</param>
/// <param name="VoidLookups">Void look-ups in the whole tree for a client with an IPv4 address; the third is permerror (§4.6.4).</param>
/// <param name="Ipv6VoidLookups">The same for a client with an IPv6 address: a host without AAAA counts.</param>
/// <param name="Findings">In the order of the tree, errors of the whole first.</param>
/// <param name="Missing">Questions to ask before this is whole.</param>
public sealed record SpfSurvey(
    string Domain, SpfRecord? Record, int Lookups, int VoidLookups, int Ipv6VoidLookups, IReadOnlyList<SpfFinding> Findings, IReadOnlyList<RecordQuestion> Missing)
{
    public bool IsComplete => Missing.Count == 0;

    /// <summary>Looks at a domain's record and everything it leads to, over answers that were already fetched.</summary>
    public static SpfSurvey Of(string domain, IDnsSnapshot dns)
    {
        var walk = new SurveyWalk(dns);
        var record = walk.Start(TargetName.WithoutRootDot(domain));
        return new SpfSurvey(
            domain, record, walk.Lookups, walk.VoidLookups, walk.Ipv6VoidLookups, [.. CostRules.Find(domain, walk), .. walk.Findings], [.. walk.Missing]);
    }
}

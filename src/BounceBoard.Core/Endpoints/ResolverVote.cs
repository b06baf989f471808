using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Endpoints;

/// <summary>One relation out of every resolver's finding. A resolver without a usable answer does not vote.</summary>
internal static class ResolverVote
{
    /// <summary>The domain's own servers are asked under this name; caches may lag behind them.</summary>
    private const string Authoritative = "authoritative";

    public static EndpointComparison Count(RefusingServer server, DomainName domain, IReadOnlyList<ResolverFinding> findings, ConfiguredRoutes configured)
    {
        var answered = findings.Where(finding => finding.Observation?.Answer.State is DnsState.Found or DnsState.Absent).ToList();
        var votes = answered.Where(finding => finding.Relation != EndpointRelation.Unknown).ToList();
        var relation = Elect(votes) ?? Configured(configured);
        var agree = votes.Select(vote => Kind(vote.Relation)).Distinct().Count() <= 1 && answered.Select(MxSet).Distinct().Count() <= 1;
        var unknown = findings.Count == 0 || findings.Any(finding => finding.Relation == EndpointRelation.Unknown && !IsSilentEvidence(server, finding));
        return new EndpointComparison(
            relation, How(relation, server, domain, findings, configured), findings, agree, unknown,
            relation == EndpointRelation.Pinned ? configured.PinnedBy?.Line.Trim() : null);
    }

    // The domain's own servers first, then the majority; an exact match of one resolver settles rotation for all.
    private static EndpointRelation? Elect(List<ResolverFinding> votes)
    {
        if (votes.Count == 0)
        {
            return null;
        }
        var kind = votes.FirstOrDefault(vote => vote.Resolver == Authoritative) is { } own
            ? Kind(own.Relation)
            : votes.GroupBy(vote => Kind(vote.Relation)).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        return votes.Where(vote => Kind(vote.Relation) == kind).Min(vote => vote.Relation);
    }

    private static EndpointRelation Configured(ConfiguredRoutes configured) => configured switch
    {
        { OwnRelay: not null } => EndpointRelation.OwnRelay,
        { PinnedBy: not null } => EndpointRelation.Pinned,
        _ => EndpointRelation.Unknown,
    };

    // Resolvers in different places see different addresses of one MX host: that is no disagreement.
    private static EndpointRelation Kind(EndpointRelation relation) =>
        relation == EndpointRelation.CurrentMxRotating ? EndpointRelation.CurrentMx : relation;

    private static string MxSet(ResolverFinding finding) => finding.Observation?.Answer is not { } answer
        ? ""
        : answer switch
        {
            { IsNullMx: true } => ".",
            { Hosts.Count: > 0 } => string.Join(' ', answer.Hosts.Select(host => host.Name.Value).Distinct().Order(StringComparer.Ordinal)),
            _ => answer.NoSuchDomain ? "NXDOMAIN" : "none",
        };

    private static bool IsSilentEvidence(RefusingServer server, ResolverFinding finding) =>
        server.IsUnknown && finding.Observation?.Answer.State is DnsState.Found or DnsState.Absent;

    private static string How(
        EndpointRelation relation, RefusingServer server, DomainName domain, IReadOnlyList<ResolverFinding> findings, ConfiguredRoutes configured)
    {
        var count = $"{findings.Count(finding => Kind(finding.Relation) == Kind(relation))} of {findings.Count} resolvers";
        return relation switch
        {
            EndpointRelation.Unknown when server.IsUnknown => "The evidence names no refusing server.",
            EndpointRelation.Unknown => $"Refused by {server}. Whether it is an MX of {domain} is unknown: no resolver gave a usable answer.",
            EndpointRelation.OwnRelay => $"Refused by our own relay: {configured.OwnRelay}.",
            EndpointRelation.CurrentMx => $"Refused by {server}. It is an MX of {domain} ({count}).",
            EndpointRelation.CurrentMxRotating => $"Refused by {server}. It belongs to the MX of {domain}, whose addresses rotate ({count}).",
            EndpointRelation.FormerMx => $"Refused by {server}. It was an MX of {domain} and is not any more ({count}).",
            EndpointRelation.Pinned => $"Refused by {server}. It is not an MX of {domain}; the line '{configured.PinnedBy?.Line.Trim()}' sends mail there.",
            EndpointRelation.ImplicitMx => $"Refused by {server}. {domain} has no MX, so its own address receives mail ({count}).",
            EndpointRelation.Foreign => $"Refused by {server}. It is not an MX of {domain} ({count}).",
            EndpointRelation.NoMx => $"{domain} has neither an MX nor an address ({count}).",
            EndpointRelation.NullMx => $"{domain} accepts no mail: it publishes the null MX ({count}).",
            EndpointRelation.NoDomain => $"{domain} does not exist ({count}).",
        };
    }
}

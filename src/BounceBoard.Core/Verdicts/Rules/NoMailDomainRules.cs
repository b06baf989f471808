using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>DNS says that the domain takes no mail at all, or takes it without an MX.</summary>
internal static class NoMailDomainRules
{
    public static IReadOnlyList<VerdictRule> All { get; } =
    [
        new("domain-takes-mail-now", c => c.Facts.ComparisonThen is { } then && TookNone(then) && HasServer(c.Facts.Comparison), c => new(
            Verdict.Retry, Confidence.Medium, Cause.ReceiverMisconfigured, "mx-repaired",
            $"{c.Facts.RecipientDomain} had no server for mail at {Said.Time(c.Facts.LastAt)} and has one now.")
        {
            Fix = ["Send a small sample first."],
            WouldChange = ["Would become Investigate if a retry is refused."],
        }),
        // A host that was switched off and left in the MX, or a typing error in it: nobody can deliver.
        new("mx-host-has-no-address", c => c.Relation is EndpointRelation.Unknown or EndpointRelation.Foreign && IsDangling(c.Facts.Comparison), c => new(
            Verdict.Investigate, Confidence.High, Cause.ReceiverMisconfigured, "dangling-mx", $"No MX host of {c.Facts.RecipientDomain} has an address.")
        {
            Fix = [$"Tell the owner of {c.Facts.RecipientDomain} over another way: the MX names a host without an address."],
            WouldChange = ["Would become Retry when an MX host of the domain has an address."],
        }),
        new("domain-does-not-exist", c => c.Relation == EndpointRelation.NoDomain, c => NoMail(c, "no-such-domain")),
        new("domain-publishes-null-mx", c => c.Relation == EndpointRelation.NullMx, c => NoMail(c, "null-mx")),
        new("domain-has-no-mail-server", c => c.Relation == EndpointRelation.NoMx, c => NoMail(c, "no-mx")),
        // RFC 5321 §5.1 sends mail to the web server of a domain without MX; it seldom knows what to do with it.
        new("domain-has-no-mx", c => c.Relation == EndpointRelation.ImplicitMx, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.ReceiverMisconfigured, "implicit-mx-fallback", c.Facts.Comparison.How)
        {
            Fix = ["Check the domain for a typing error.", $"Ask the owner of {c.Facts.RecipientDomain} to publish an MX, or the null MX if it takes no mail."],
            WouldChange = ["Would become Retry when the domain publishes an MX."],
        }),
    ];

    private static bool TookNone(EndpointComparison then) =>
        then.Relation is EndpointRelation.NoDomain or EndpointRelation.NullMx or EndpointRelation.NoMx || IsDangling(then);

    private static bool HasServer(EndpointComparison now)
    {
        var answered = now.Resolvers.Select(finding => finding.Observation?.Answer).OfType<MxAnswer>().Where(answer => answer.State != DnsState.Unknown).ToList();
        return !TookNone(now) && answered.Count > 0 && answered.TrueForAll(answer => answer.Hosts.Any(host => host.AddressState == DnsState.Found));
    }

    private static bool IsDangling(EndpointComparison comparison)
    {
        var found = comparison.Resolvers.Select(finding => finding.Observation?.Answer).OfType<MxAnswer>().Where(answer => answer.Hosts.Count > 0).ToList();
        return found.Count > 0 && found.TrueForAll(answer => answer.Hosts.All(host => host.AddressState == DnsState.Absent));
    }

    // Not a Suppress: a lapsed registration comes back within days, and no server of the domain has refused the person.
    private static Ruling NoMail(RefusalCase c, string subCause) => new(Verdict.Investigate, Confidence.High, Cause.BadAddress, subCause, c.Facts.Comparison.How)
    {
        Fix = ["Check the domain for a typing error.", "Ask the recipient over another way for an address that works."],
        WouldChange = ["Would become Retry when the domain publishes an MX again."],
    };
}

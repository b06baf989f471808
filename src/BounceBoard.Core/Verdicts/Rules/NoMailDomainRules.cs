using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>DNS says that the domain takes no mail at all, or takes it without an MX.</summary>
internal static class NoMailDomainRules
{
    public static IReadOnlyList<VerdictRule> All { get; } =
    [
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

    // Not a Suppress: a lapsed registration comes back within days, and no server of the domain has refused the person.
    private static Ruling NoMail(RefusalCase c, string subCause) => new(Verdict.Investigate, Confidence.High, Cause.BadAddress, subCause, c.Facts.Comparison.How)
    {
        Fix = ["Check the domain for a typing error.", "Ask the recipient over another way for an address that works."],
        WouldChange = ["Would become Retry when the domain publishes an MX again."],
    };
}

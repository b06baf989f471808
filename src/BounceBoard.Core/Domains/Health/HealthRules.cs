using BounceBoard.Core.Domains.Health.Checks;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health;

/// <summary>Judges what an examination found, without a network: the same facts give the same judgement, today and later.</summary>
public static class HealthRules
{
    /// <summary>Id of the check whose subject is a domain that could be added to the tenant's.</summary>
    public const string UnmanagedSubdomain = "subdomain-unmanaged";

    public static DomainHealth Judge(DomainFacts facts)
    {
        var examined = new Examined(facts);
        var profile = ParkedChecks.ProfileOf(examined);
        var (score, checks) = ScoreSum.Of(profile, [.. AllChecks.Find(examined, profile)]);
        return new DomainHealth(facts, score, checks, examined.Spf, examined.Dmarc);
    }

    /// <summary>What the rules still want asked of DNS; ask, add the answers to the snapshot, and call again until nothing is missing.</summary>
    public static IReadOnlyList<RecordQuestion> Questions(DomainFacts facts) => [.. HealthQuestions.Of(facts).Where(question => facts.Dns.Find(question.Name, question.Type) is null).Distinct()];
}

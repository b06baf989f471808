using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health;

/// <summary>The judgement of an examination.</summary>
/// <param name="Checks">Every check, in the order of the page.</param>
/// <param name="Spf">The tree of the domain's SPF.</param>
/// <param name="Dmarc">The walk and the policy found.</param>
public sealed record DomainHealth(DomainFacts Facts, HealthScore Score, IReadOnlyList<HealthCheck> Checks, SpfSurvey Spf, PolicyDiscovery Dmarc)
{
    public IEnumerable<HealthCheck> Issues => Checks.Where(check => check.IsIssue);
}

using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Dns.Domains;

/// <summary>A live check with the answers it stands on.</summary>
/// <param name="Evaluation">What a receiver answers.</param>
/// <param name="Survey">What the linter says of the same domain.</param>
/// <param name="Snapshot">Every answer used; both can be computed again from it.</param>
public sealed record SpfReport(SpfEvaluation Evaluation, SpfSurvey Survey, DnsSnapshot Snapshot);

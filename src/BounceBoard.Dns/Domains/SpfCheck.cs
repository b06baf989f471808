using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Domains;

/// <summary>Evaluates SPF with live answers of one resolver: asks what the rules miss, all of it at once, until nothing is missing.</summary>
public sealed class SpfCheck(IMxResolver resolver, TimeProvider time)
{
    /// <summary>A check may take this long (RFC 7208 §4.6.4 asks for at least 20 seconds); what is unanswered then is a temperror.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SnapshotFetch _fetch = new(resolver);

    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<SpfReport> CheckAsync(SpfRequest request, CancellationToken cancellationToken)
    {
        var (snapshot, domain) = (new DnsSnapshot(), SpfIdentity.Of(request).Domain);
        using var deadline = new CancellationTokenSource(Patience, time);
        while (true)
        {
            var report = new SpfReport(SpfEvaluator.Evaluate(request, snapshot), SpfSurvey.Of(domain, snapshot), snapshot);
            var missing = report.Evaluation.Missing.Union(report.Survey.Missing).ToList();
            if (missing.Count == 0)
            {
                return report;
            }
            await _fetch.AddAsync(snapshot, missing, deadline.Token, cancellationToken);
        }
    }
}

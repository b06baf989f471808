namespace BounceBoard.Core.Domains.Health;

/// <summary>Aggregate reports of the last 30 days, summed (RFC 9990).</summary>
/// <param name="LastAt">When the newest report came.</param>
/// <param name="ApprovedMessages">Messages of sources the tenant has approved.</param>
/// <param name="ApprovedPassing">Of these, with DMARC pass.</param>
/// <param name="PassingMessages">All messages with DMARC pass.</param>
/// <param name="PassingWithDkim">Of these, with aligned DKIM.</param>
/// <param name="LargestUnreviewedShare">Share (0 to 1) of the largest source that passes and that nobody has reviewed.</param>
public sealed record ReportFacts(
    DateTimeOffset LastAt, long ApprovedMessages, long ApprovedPassing, long PassingMessages, long PassingWithDkim, double LargestUnreviewedShare);

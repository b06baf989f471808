using BounceBoard.Core.Bounces;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>Which attempts of controlled retries the reports of a batch tell of.</summary>
internal sealed class AnsweredAttempts(IReadOnlyDictionary<BounceReport, RetryAttemptRow> byReport)
{
    public static AnsweredAttempts None { get; } = new(new Dictionary<BounceReport, RetryAttemptRow>(ReferenceEqualityComparer.Instance));

    public IReadOnlyDictionary<BounceReport, RetryAttemptRow> All => byReport;

    public long? Of(BounceReport report) => byReport.TryGetValue(report, out var attempt) ? attempt.Id : null;
}

using BounceBoard.Operations.Sources;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Web.Sources;

/// <summary>What the page of one source shows.</summary>
/// <param name="Counts">Null before anything came.</param>
/// <param name="Webhook">Null when it is no webhook, or none any more.</param>
/// <param name="Log">Null when it follows no log, or none any more.</param>
/// <param name="Rows">The newest evidence.</param>
public sealed record SourceData(SourceRow Source, SourceIntakeRow? Counts, WebhookRow? Webhook, FollowedLogView? Log, IReadOnlyList<EvidenceRow> Rows)
{
    /// <summary>
    /// How long after it happened the newest event of a piece came in: the middle of those shown; null when none tells its time. Clocks that
    /// disagree never make it less than nothing.
    /// </summary>
    public TimeSpan? Lag { get; } = Middle([.. Rows
        .Where(row => row.NewestEventAt is not null)
        .Select(row => row.ReceivedAt - row.NewestEventAt.GetValueOrDefault())
        .Select(lag => lag < TimeSpan.Zero ? TimeSpan.Zero : lag)
        .Order()]);

    private static TimeSpan? Middle(TimeSpan[] sorted) => sorted.Length == 0 ? null : sorted[sorted.Length / 2];
}

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What controlled retries one person has had.</summary>
public sealed record RetryHistoryRow
{
    public required string RecipientKey { get; init; }

    /// <summary>Mails handed over since the time that was asked about.</summary>
    public required int Tries { get; init; }

    /// <summary>Places in batches that are not finished, drafts aside.</summary>
    public required int Waiting { get; init; }

    /// <summary>When a mail that may have arrived was last handed over; null for never.</summary>
    public DateTimeOffset? ReachedAt { get; init; }
}

namespace BounceBoard.Operations.Bounces;

/// <summary>What a refusal's row holds beside what its reports say.</summary>
/// <param name="FoldKey">Natural key of the first report.</param>
internal sealed record RefusalOrigin(long Id, string FoldKey, long IncidentId, bool Verified, DateTimeOffset IngestedAt)
{
    /// <summary>The attempt of a controlled retry that it answered.</summary>
    public long? AttemptId { get; init; }
}

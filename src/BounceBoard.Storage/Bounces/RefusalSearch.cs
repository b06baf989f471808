namespace BounceBoard.Storage.Bounces;

/// <summary>What refusals that reports of a batch may tell of again look like; a superset, which folding then judges one by one.</summary>
/// <param name="Deferrals">Only attempts that will be repeated; else only final failures.</param>
/// <param name="From">Earliest event time.</param>
/// <param name="Until">Latest event time.</param>
/// <param name="FirstId">No candidate arrived before: months that ended earlier are not looked at.</param>
/// <param name="Seconds">Unix seconds of reports that lack an id: any refusal of such a second may be theirs.</param>
/// <param name="BareSeconds">Unix seconds of reports with both ids: a refusal without any may be theirs.</param>
public sealed record RefusalSearch(
    bool Deferrals, IReadOnlyCollection<string> RecipientKeys, DateTimeOffset From, DateTimeOffset Until, long FirstId,
    IReadOnlyCollection<string> MessageIds, IReadOnlyCollection<string> QueueIds, IReadOnlyCollection<long> Seconds,
    IReadOnlyCollection<long> BareSeconds);

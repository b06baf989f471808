namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>What one scope saw in one hour, by event time: a late report counts in the hour it tells of.</summary>
/// <param name="Hour">Start of the hour, UTC.</param>
/// <param name="Failed">Refused attempts.</param>
/// <param name="Delivered">Accepted messages; null where deliveries are not counted, which is not the same as none.</param>
/// <param name="NewPeople">People refused in this hour and not in the 24 hours before it: a queue that tries again brings nobody new.</param>
/// <param name="DeliveredAlike">Accepted messages with the value that explains the failures (the failing pool, say); null when nothing explains them.</param>
public sealed record HourCount(DateTimeOffset Hour, long Failed, long? Delivered, long NewPeople, long? DeliveredAlike = null);

namespace BounceBoard.Core.Domains;

/// <summary>A record answer as an interval, see <see cref="MxObservation"/>.</summary>
public sealed record RecordObservation(long Id, string Resolver, DateTimeOffset From, DateTimeOffset SeenUntil, RecordAnswer Answer);

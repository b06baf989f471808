namespace BounceBoard.Core.Replays;

/// <summary>What the house would have said at one time.</summary>
/// <param name="Recipients">Everybody with a refusal known by then, by tenant and address.</param>
/// <param name="Suppressed">What automatic suppression would hold.</param>
public sealed record ReplayAnswer(
    DateTimeOffset At, IReadOnlyList<IncidentAnswer> Incidents, IReadOnlyList<RecipientAnswer> Recipients, IReadOnlyList<SuppressedAddress> Suppressed);

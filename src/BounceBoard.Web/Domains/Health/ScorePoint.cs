namespace BounceBoard.Web.Domains.Health;

/// <summary>One examination on the line of scores.</summary>
/// <param name="Value">0 to 100; null when nothing was known: the line has a gap there.</param>
/// <param name="Grade">Empty when nothing was known.</param>
public sealed record ScorePoint(DateTimeOffset At, int? Value, int Low, int High, string Grade);

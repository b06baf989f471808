namespace BounceBoard.Core.Domains.Health;

/// <summary>A fault so grave that the score cannot be above <paramref name="Most"/>.</summary>
/// <param name="CheckId">The check that says so.</param>
public sealed record ScoreCap(string CheckId, string Reason, int Most);

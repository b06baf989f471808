namespace BounceBoard.Core.Domains.Health;

/// <summary>One line of the formula: what may be won by it, and why it is in it.</summary>
/// <param name="Id">Name of the line, see <see cref="ScorePart.Id"/>.</param>
/// <param name="Most">Points.</param>
/// <param name="Rule">How the points are given, as a sentence.</param>
/// <param name="Reason">Why the line has this weight.</param>
public sealed record FormulaLine(string Id, string Group, string Title, double Most, string Rule, string Reason);

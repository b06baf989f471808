namespace BounceBoard.Core.Routes;

/// <summary>A line of a pasted table that could not be used, and what to do about it.</summary>
/// <param name="LineNumber">1-based.</param>
/// <param name="Line">The line as written, cut where it is very long.</param>
/// <param name="Message">One sentence: what is wrong and what would be right.</param>
public sealed record RouteProblem(int LineNumber, string Line, string Message);

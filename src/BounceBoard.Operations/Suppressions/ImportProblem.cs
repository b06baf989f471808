namespace BounceBoard.Operations.Suppressions;

/// <summary>A line of a list that was refused.</summary>
/// <param name="Line">1-based.</param>
public sealed record ImportProblem(int Line, string Text);

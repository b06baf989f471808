namespace BounceBoard.Core.Routes;

/// <summary>One logical line of a table: continuation lines joined by a blank.</summary>
internal sealed record RouteLine(int Number, string Text)
{
    private const int LongestShown = 300;

    /// <summary>The text as it is shown to a person.</summary>
    public string Shown => Text.Length <= LongestShown ? Text : Text[..LongestShown] + "…";

    public RouteProblem Problem(string message) => new(Number, Shown, message);
}

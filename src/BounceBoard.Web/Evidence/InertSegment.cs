namespace BounceBoard.Web.Evidence;

/// <summary>A stretch of foreign text: plain characters, or one that must be shown as a mark.</summary>
/// <param name="Text">The characters, or for a mark its short name: <c>U+202E</c>, <c>\x1B</c>.</param>
/// <param name="Meaning">What the marked character would have done; null for plain characters.</param>
public sealed record InertSegment(string Text, string? Meaning)
{
    public bool IsMark => Meaning is not null;
}

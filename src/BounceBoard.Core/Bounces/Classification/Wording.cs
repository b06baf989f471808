namespace BounceBoard.Core.Bounces.Classification;

/// <summary>One row of knowledge: words seen in a reply, lower case, <c>*</c> for anything between, <c>$</c> for the end of the reply; the first row that matches decides.</summary>
/// <param name="Who">Who says it in the wild, and why it means this.</param>
internal sealed record Wording(string Pattern, BounceCategory Category, string Who)
{
    /// <summary>True when the stage and the codes change nothing: a system that speaks of its own directory.</summary>
    public bool IsCertain { get; init; }

    private readonly string[] _pieces = Pattern.TrimEnd('$').Split('*', StringSplitOptions.RemoveEmptyEntries);

    private readonly bool _toEnd = Pattern.EndsWith('$');

    /// <summary>What the row begins with: nothing of it matches where this does not stand.</summary>
    public string Begin => _pieces[0];

    /// <summary>Linear in the text: each piece is looked for once, after the one before it.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (var piece in _pieces)
        {
            var at = text.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }
            text = text[(at + piece.Length)..];
        }
        return !_toEnd || text.IsEmpty;
    }
}

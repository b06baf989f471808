namespace BounceBoard.Core.Bounces.Classification;

/// <summary>One row of knowledge: words seen in a reply, lower case, <c>*</c> for anything between, <c>$</c> for the end of the reply; the first row that matches decides.</summary>
/// <param name="Who">Who says it in the wild, and why it means this.</param>
internal sealed record Wording(string Pattern, BounceCategory Category, string Who)
{
    /// <summary>True when the stage and the codes change nothing: a system that speaks of its own directory.</summary>
    public bool IsCertain { get; init; }

    /// <summary>The reply code beside which alone the words mean this.</summary>
    public int? Reply { get; init; }

    /// <summary>The stage at which alone the words mean this.</summary>
    public SmtpStage? Stage { get; init; }

    /// <summary>Subject and detail beside which alone the words mean this: <c>7.1</c>, <c>7.606-649</c>.</summary>
    public string? Status
    {
        get => _status?.ToString();
        init => _status = value is null ? null : StatusRange.Parse(value);
    }

    private readonly StatusRange? _status;

    private readonly string[] _pieces = Pattern.TrimEnd('$').Split('*', StringSplitOptions.RemoveEmptyEntries);

    private readonly bool _toEnd = Pattern.EndsWith('$');

    /// <summary>What the row begins with: nothing of it matches where this does not stand.</summary>
    public string Begin => _pieces[0];

    /// <summary>Linear in the text: each piece is looked for once, after the one before it.</summary>
    public bool Matches(Answer answer)
    {
        if ((Reply is not null && Reply != answer.Reply) || (Stage is not null && Stage != answer.Stage) || _status?.Holds(answer.Status) is false)
        {
            return false;
        }
        ReadOnlySpan<char> text = answer.Words;
        foreach (var piece in _pieces)
        {
            var at = text.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }
            text = text[(at + piece.Length)..];
        }
        // The first place of the last piece may not be its last one.
        return !_toEnd || text.IsEmpty || text.EndsWith(_pieces[^1], StringComparison.Ordinal);
    }
}

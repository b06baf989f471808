using System.Buffers;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>Several words that are looked for whatever their case: one pass tells whether any of them is there at all, which is seldom.</summary>
internal sealed class AnyOf(params string[] words)
{
    private readonly SearchValues<string> _any = SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private readonly AnyCase[] _words = [.. words.Select(word => new AnyCase(word))];

    /// <summary>In the order in which they were given; empty when none is in the text.</summary>
    public ReadOnlySpan<AnyCase> In(ReadOnlySpan<char> text) => text.ContainsAny(_any) ? _words : [];
}

using System.Text;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>Brings a reply into the form in which the rows are written: lower case, a single space before every word, no codes between the lines.</summary>
internal static class ReplyWords
{
    /// <summary>Replies longer than this are cut (RFC 5321 §4.5.3.1.5 allows 512 octets a line; a page of text is still read whole).</summary>
    private const int MostCharacters = 8192;

    public static string Of(string reply)
    {
        var text = new StringBuilder(Math.Min(reply.Length, MostCharacters));
        var source = reply.AsSpan(0, Math.Min(reply.Length, MostCharacters));
        foreach (var range in source.SplitAny(" \t\r\n\u00a0"))
        {
            var word = WithoutCode(source[range]);
            if (word.IsEmpty)
            {
                continue;
            }
            text.Append(' ');
            foreach (var c in word)
            {
                text.Append(c is '\u2019' or '`' or '\u00b4' ? '\'' : char.ToLowerInvariant(c));
            }
        }
        return text.ToString();
    }

    // The lines of one reply repeat code and status ("550-5.1.1 The email account", "550 5.1.1 that you tried"):
    // between the words of one sentence they would hide it.
    private static ReadOnlySpan<char> WithoutCode(ReadOnlySpan<char> word)
    {
        if (word.Length >= 4 && word[0] is '2' or '4' or '5' && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(word[2]) && word[3] == '-')
        {
            word = word[4..];
        }
        if (word.Length is >= 5 and <= 9 && EnhancedStatusCode.Find(word) is { } code && code.Length == word.Length)
        {
            return [];
        }
        return word.Length == 3 && word[0] is '4' or '5' && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(word[2]) ? [] : word;
    }
}

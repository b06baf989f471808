using BounceBoard.Core.Bounces.Classification;

namespace BounceBoard.Core.Wordings;

/// <summary>
/// What is left of a reply when all that belongs to one message or person is taken out: the same text sent to a thousand recipients is one skeleton.
/// Placeholders stand in braces (<c>{address}</c>, <c>{host}</c>, <c>{n}</c> …). Better one word too many goes than one name stays.
/// </summary>
public static class WordingSkeleton
{
    /// <summary>Longest skeleton, in UTF-16 characters.</summary>
    public const int MostCharacters = 200;

    // A quoted local part may hold spaces (RFC 5321 §4.1.2) and is at most 64 octets long (§4.5.3.1.1).
    private const int LongestQuoted = 80;

    /// <summary>Linear in the reply, of which at most the first 8,192 characters are read.</summary>
    /// <param name="persons">Addresses and ids that the refusal names: their parts are taken out wherever they stand alone.</param>
    /// <returns>Empty when nothing but codes was said.</returns>
    public static string Of(string reply, params ReadOnlySpan<string?> persons)
    {
        var names = new KnownNames(persons);
        var words = names.Hide(ReplyWords.Of(reply));
        var text = new SkeletonText(MostCharacters);
        for (var at = 0; at < words.Length && !text.IsFull;)
        {
            if (words[at] == ' ')
            {
                text.Literal(" ");
                at++;
                continue;
            }
            var end = EndOf(words, at);
            var quoted = words.AsSpan(at, Math.Min(LongestQuoted, words.Length - at)).IndexOf("\"@", StringComparison.Ordinal);
            if (quoted > 0 && words.AsSpan(at, quoted).Contains('"'))
            {
                end = EndOf(words, at + quoted);
                text.Placeholder(SkeletonPiece.Address);
            }
            else
            {
                Chunk(words.AsSpan(at, end - at), names, NumberFollows(words, end), text);
            }
            at = end;
        }
        return text.ToString();
    }

    private static void Chunk(ReadOnlySpan<char> chunk, KnownNames names, bool numberFollows, SkeletonText text)
    {
        if (chunk.Contains("://", StringComparison.Ordinal) || chunk.TrimStart("(<[\"'").StartsWith("www.", StringComparison.Ordinal))
        {
            text.Placeholder(SkeletonPiece.Url);
            return;
        }
        // The local part of an address may hold what separates words elsewhere (RFC 5322 §3.2.3).
        var isAddress = chunk.Contains('@');
        var separators = isAddress ? "<>()[]\",;" : "<>()[]\",;={}|";
        for (var at = 0; at < chunk.Length && !text.IsFull;)
        {
            if (separators.Contains(chunk[at], StringComparison.Ordinal))
            {
                text.Literal(chunk.Slice(at++, 1));
                continue;
            }
            var length = PieceLength(chunk[at..], separators, isAddress);
            var piece = chunk.Slice(at, length);
            // A word alone in quotes or brackets is mostly whom it is about: "unknown user 'jane'", "<jane>: no such mailbox".
            var isQuoted = IsMark(chunk, at - 1) && IsMark(chunk, at + length);
            if (isAddress || SkeletonPiece.IsNumberOrAddress(piece.Trim(SkeletonPiece.Marks)))
            {
                Piece(piece, names, isQuoted, numberFollows, text);
            }
            else
            {
                foreach (var part in piece.Split(':'))
                {
                    text.Literal(part.Start.Value > 0 ? ":" : "");
                    Piece(piece[part], names, isQuoted, numberFollows, text);
                }
            }
            at += length;
        }
    }

    private static void Piece(ReadOnlySpan<char> whole, KnownNames names, bool isQuoted, bool numberFollows, SkeletonText text)
    {
        var piece = whole.Trim(SkeletonPiece.Marks);
        var start = piece.IsEmpty ? whole.Length : whole.IndexOf(piece, StringComparison.Ordinal);
        isQuoted |= start > 0 && start + piece.Length < whole.Length && IsMark(whole, start - 1) && IsMark(whole, start + piece.Length);
        text.Literal(whole[..start]);
        if (SkeletonPiece.Of(piece, names, isQuoted) is { } placeholder)
        {
            text.Placeholder(placeholder);
        }
        else
        {
            text.Word(piece, numberFollows);
        }
        text.Literal(whole[(start + piece.Length)..]);
    }

    // Japanese and Chinese write names and words without a space between them.
    private static int PieceLength(ReadOnlySpan<char> rest, string separators, bool isAddress)
    {
        var length = 1;
        while (length < rest.Length && !separators.Contains(rest[length], StringComparison.Ordinal)
            && (char.IsAscii(rest[length]) == char.IsAscii(rest[length - 1]) || isAddress))
        {
            length++;
        }
        return length;
    }

    private static bool IsMark(ReadOnlySpan<char> chunk, int at) => at >= 0 && at < chunk.Length && chunk[at] is '<' or '>' or '{' or '}' or '"' or '\'' or '`';

    private static bool NumberFollows(string words, int end) => end + 1 < words.Length && char.IsAsciiDigit(words[end + 1]);

    private static int EndOf(string words, int at) => words.IndexOf(' ', at) is >= 0 and var space ? space : words.Length;
}

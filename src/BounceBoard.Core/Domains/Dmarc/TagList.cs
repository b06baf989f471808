namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Takes a tag list apart (RFC 6376 §3.2, RFC 9989 §4.8): names, equals signs, semicolons, white space around each.</summary>
internal static class TagList
{
    private const string White = " \t\r\n";

    /// <summary>True when the first tag is <c>v</c> with exactly this value; the value's case counts, the name's does not (RFC 9989 §4.7).</summary>
    public static bool HasVersion(ReadOnlySpan<char> text, string version)
    {
        var first = text.IndexOf(';') is >= 0 and var end ? text[..end] : text;
        var equals = first.IndexOf('=');
        return equals > 0 && first[..equals].TrimEnd(White) is "v" or "V" && first[(equals + 1)..].Trim(White).SequenceEqual(version);
    }

    /// <summary>The tags in order; a piece that is none has an empty name and itself as text, and is empty between two semicolons.</summary>
    public static IReadOnlyList<DmarcTag> Read(string text)
    {
        List<DmarcTag> tags = [];
        var pieces = text.Split(';');
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i].Trim();
            // The list may end in a semicolon.
            if (piece.Length == 0 && i == pieces.Length - 1)
                continue;
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            var name = equals > 0 ? piece[..equals].TrimEnd() : "";
            tags.Add(IsName(name) ? new DmarcTag(name.ToLowerInvariant(), piece[(equals + 1)..].TrimStart(), piece) : new DmarcTag("", "", piece));
        }
        return tags;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}

namespace BounceBoard.Core.Bounces;

/// <summary>Finds an enhanced status code <c>class.subject.detail</c> (RFC 3463 §2) in a text without taking an IP address for one.</summary>
public static class EnhancedStatusCode
{
    /// <summary>The first code in the text, or null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        // From dot to dot: that is found many characters at once.
        for (var i = text.IndexOf('.') - 1; i + 4 < text.Length; i = Next(text, i))
        {
            if (i >= 0 && text[i] is '2' or '4' or '5' && IsFree(text, i - 1))
            {
                var length = LengthAt(text[i..]);
                if (length > 0)
                {
                    return text.Slice(i, length).ToString();
                }
            }
        }
        return null;
    }

    /// <summary>True when the class alone is said (<c>x.0.0</c>): the code carries no cause.</summary>
    public static bool IsVague(string? status) => status is null || status.EndsWith(".0.0", StringComparison.Ordinal);

    // The place before the dot after this one's.
    private static int Next(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 2)..].IndexOf('.');
        return next < 0 ? text.Length : at + 1 + next;
    }

    private static bool IsFree(ReadOnlySpan<char> text, int before) =>
        before < 0 || !(char.IsAsciiLetterOrDigit(text[before]) || text[before] is '.' or '@');

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        var subject = Digits(text[2..]);
        if (subject is 0 or > 3 || 2 + subject >= text.Length || text[2 + subject] != '.')
        {
            return 0;
        }
        var detail = Digits(text[(3 + subject)..]);
        var end = 3 + subject + detail;
        // "5.1.1." may end a sentence; "5.1.1.2" is an address or a version.
        var followed = end < text.Length && (char.IsAsciiLetterOrDigit(text[end])
            || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])));
        return detail is 0 or > 3 || followed ? 0 : end;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }
        return count;
    }
}

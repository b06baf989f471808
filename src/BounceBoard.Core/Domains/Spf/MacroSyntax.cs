namespace BounceBoard.Core.Domains.Spf;

/// <summary>The grammar of macro-string (RFC 7208 §7.1).</summary>
internal static class MacroSyntax
{
    /// <summary>Characters on which a macro's value may be split.</summary>
    public const string Delimiters = ".-+,/_=";

    private const string Letters = "slodiphvSLODIPHV";
    private const string ExplanationLetters = "crtCRT";

    /// <param name="isExplanation">The text of an explanation: <c>c</c>, <c>r</c>, <c>t</c> and spaces are allowed there only (§6.2, §7.2).</param>
    /// <returns>What is wrong, or an empty text.</returns>
    public static string FaultOf(ReadOnlySpan<char> text, bool isExplanation)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                if (text[i] is < '!' or > '~' && !(isExplanation && text[i] == ' '))
                    return "Only printable ASCII may stand here (RFC 7208 §7.1).";
                continue;
            }
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (next is '%' or '_' or '-')
            {
                i++;
                continue;
            }
            var end = next == '{' ? text[i..].IndexOf('}') : -1;
            if (end < 0)
            {
                return "\"%\" must be followed by \"{\", \"%\", \"_\" or \"-\" (RFC 7208 §7.1).";
            }
            if (!IsMacro(text.Slice(i + 2, end - 2), isExplanation))
            {
                return $"\"{text.Slice(i, end + 1)}\" is no macro (RFC 7208 §7.2).";
            }
            i += end;
        }
        return "";
    }

    /// <param name="body">Between the braces: letter, number of parts, <c>r</c>, delimiters.</param>
    private static bool IsMacro(ReadOnlySpan<char> body, bool isExplanation)
    {
        if (body.IsEmpty || !(Letters.Contains(body[0], StringComparison.Ordinal) || (isExplanation && ExplanationLetters.Contains(body[0], StringComparison.Ordinal))))
        {
            return false;
        }
        var digits = body[1..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? body.Length - 1 : digits;
        // A number of parts must not be zero (§7.3).
        if (digits > 0 && !body.Slice(1, digits).ContainsAnyInRange('1', '9'))
        {
            return false;
        }
        var rest = body[(1 + digits)..];
        rest = rest is ['r' or 'R', ..] ? rest[1..] : rest;
        return !rest.ContainsAnyExcept(Delimiters);
    }
}

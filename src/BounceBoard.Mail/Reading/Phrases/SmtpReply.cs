using System.Text;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>Finds what a server replied inside the words that a sender's MTA puts around it.</summary>
internal static class SmtpReply
{
    private static readonly string[] Before = [" said: ", " refused to talk to me: ", "<<< ", "remote host said: ", "responded: ", "reason: ", "was: "];

    private static readonly string[] After = [" (in reply to ", " (state "];

    /// <summary>White space collapsed: folds and line ends in a reply mean nothing.</summary>
    public static string Collapsed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n"))
        {
            if (text.AsSpan()[range] is { IsEmpty: false } word)
            {
                result.Append(result.Length > 0 ? " " : "").Append(word);
            }
        }
        return result.ToString();
    }

    /// <summary>The reply alone: what stands after "said:" and before "(in reply to … command)"; the text itself when it is not wrapped.</summary>
    public static string Unwrapped(string text)
    {
        foreach (var mark in Before)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && CodeAt(text.AsSpan(at + mark.Length).TrimStart()) is not null)
            {
                text = text[(at + mark.Length)..].TrimStart();
                break;
            }
        }
        foreach (var mark in After)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            text = at > 0 ? text[..at] : text;
        }
        return text;
    }

    /// <summary>The reply code: at the start, or else the first that an enhanced code or a colon in front marks as one.</summary>
    public static int? CodeOf(string text)
    {
        if (CodeAt(text.AsSpan().TrimStart("<\"'( ")) is { } first)
        {
            return first;
        }
        for (var i = 1; i + 3 < text.Length; i++)
        {
            if (text[i] is '4' or '5' && text[i - 1] is ' ' or ':' or '(' or ';' or '#' or '[' && CodeAt(text.AsSpan(i)) is { } code && IsMarked(text, i))
            {
                return code;
            }
        }
        return null;
    }

    /// <summary>A 4xx or 5xx code at the start of the text; the middle digit is 0 to 5 in use.</summary>
    public static int? CodeAt(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] is '4' or '5' && text[1] is >= '0' and <= '7' && char.IsAsciiDigit(text[2])
            && (text.Length == 3 || text[3] is ' ' or '-' or '#' or ':' or ',' or ';' or '\r' or '\n' or ')' or '\t')
            ? ((text[0] - '0') * 100) + ((text[1] - '0') * 10) + (text[2] - '0')
            : null;

    // "after 500 messages" is no code; "550 5.1.1", "(550)", "code 550", ": 550" are.
    private static bool IsMarked(string text, int at)
    {
        var after = text.AsSpan(at + 3).TrimStart(" -#");
        var before = text.AsSpan(0, at).TrimEnd();
        return (after.Length > 3 && after[0] == text[at] && after[1] == '.') || before.EndsWith(":") || before.EndsWith(";") || before.EndsWith("(")
            || before.EndsWith("[") || before.EndsWith("code", StringComparison.OrdinalIgnoreCase) || before.EndsWith("error", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("<<<") || before.EndsWith("said") || before.EndsWith("status", StringComparison.OrdinalIgnoreCase);
    }
}

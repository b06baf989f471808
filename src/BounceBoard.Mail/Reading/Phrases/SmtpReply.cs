using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>Finds what a server replied inside the words that a sender's MTA puts around it.</summary>
internal static class SmtpReply
{
    private const string Returned = " returned '", State = " (state ";

    private static readonly AnyOf Before = new(
        " said: ", " refused to talk to me: ", "<<< ", "remote host said: ", "responded: ", "reason: ", "was: ", Returned, " replied: ", " says: ");

    private static readonly AnyOf After = new(" (in reply to ", State, " Giving up on ", " I'm not going to try again");

    /// <summary>Texts up to this length, nearly all, need no buffer of their own.</summary>
    private const int Short = 1024;

    /// <summary>White space collapsed: folds and line ends in a reply mean nothing.</summary>
    public static string Collapsed(string text)
    {
        var buffer = text.Length <= Short ? stackalloc char[Short] : new char[text.Length];
        var length = 0;
        var pending = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                pending = length > 0;
                continue;
            }
            if (pending)
            {
                buffer[length++] = ' ';
                pending = false;
            }
            buffer[length++] = c;
        }
        return buffer[..length].SequenceEqual(text) ? text : buffer[..length].ToString();
    }

    /// <summary>The reply alone: what stands after "said:" and before "(in reply to … command)"; the text itself when it is not wrapped.</summary>
    public static string Unwrapped(string text)
    {
        foreach (var mark in Before.In(text))
        {
            var at = mark.IndexIn(text);
            if (at >= 0 && CodeAt(text.AsSpan(at + mark.Length).TrimStart()) is not null)
            {
                text = text[(at + mark.Length)..].TrimStart();
                // Exchange: "Remote Server returned '550 5.7.1 …'".
                text = mark.Text == Returned && text.LastIndexOf('\'') is > 0 and var close ? text[..close] : text;
                break;
            }
        }
        text = Inner(text);
        foreach (var mark in After.In(text))
        {
            var at = mark.IndexIn(text);
            // "SMTP Error (state 13): 550 …" has the reply behind it.
            text = at > 0 && (mark.Text != State || IndexOfCode(text[..at]) >= 0) ? text[..at] : text;
        }
        return text;
    }

    /// <summary>The reply code: at the start, or else the first that an enhanced code or a colon in front marks as one.</summary>
    public static int? CodeOf(string text) => IndexOfCode(text) is >= 0 and var at ? CodeAt(text.AsSpan(at)) : null;

    /// <summary>Where the reply code stands; -1 when there is none.</summary>
    public static int IndexOfCode(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart("<\"'( ").Length;
        if (CodeAt(text.AsSpan(start)) is not null)
        {
            return start;
        }
        for (var i = 1; i + 3 < text.Length; i++)
        {
            if (text[i] is '4' or '5' && text[i - 1] is ' ' or ':' or '(' or ';' or '#' or '[' or '<' && CodeAt(text.AsSpan(i)) is not null && IsMarked(text, i))
            {
                return i;
            }
        }
        return -1;
    }

    // IronPort quotes the other server behind its own phrase: "5.1.0 - Unknown address error 550-'5.1.1 …' (delivery attempts: 0)";
    // SES after giving up: "554 4.4.7 Message expired: … <421 4.4.2 Connection timed out>".
    private static string Inner(string text)
    {
        var quoted = text.IndexOf("-'", StringComparison.Ordinal);
        var attempts = text.IndexOf("' (delivery attempts", StringComparison.Ordinal);
        if (quoted > 3 && attempts > quoted && CodeAt(text.AsSpan(quoted - 3)) is not null)
        {
            return string.Concat(text.AsSpan(quoted - 3, 3), " ", text.AsSpan(quoted + 2, attempts - quoted - 2));
        }
        var open = text.LastIndexOf(".<", StringComparison.Ordinal);
        return open > 0 && text.EndsWith('>') && CodeAt(text.AsSpan(open + 2)) is not null ? text[(open + 2)..^1] : text;
    }

    /// <summary>A 4xx or 5xx code at the start of the text; the middle digit is 0 to 5 in use.</summary>
    public static int? CodeAt(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] is '4' or '5' && text[1] is >= '0' and <= '7' && char.IsAsciiDigit(text[2])
            && (text.Length == 3 || text[3] is ' ' or '-' or '#' or ':' or ',' or ';' or '\r' or '\n' or ')' or '\t')
            ? ((text[0] - '0') * 100) + ((text[1] - '0') * 10) + (text[2] - '0')
            : null;

    // Sendmail: "550 <user@example.net>... User unknown".
    private static bool IsAddress(ReadOnlySpan<char> after)
    {
        // RFC 5321 §4.5.3.1.3: a path has at most 256 octets; looking no further keeps the search linear.
        after = after[..Math.Min(after.Length, 258)];
        return after.StartsWith("<") && after.IndexOf('>') is > 3 and var close && after[..close].Contains('@');
    }

    // "5.1.1 550 User unknown": some put the two the other way round.
    private static bool IsStatus(ReadOnlySpan<char> before, char first)
    {
        var word = before[(before.LastIndexOfAny(" ;:") + 1)..];
        return word.Length is >= 5 and <= 9 && word[0] == first && word[1] == '.' && EnhancedStatusCode.Find(word) is not null;
    }

    // "after 500 messages" is no code; "550 5.1.1", "(550)", "code 550", ": 550" are.
    private static bool IsMarked(string text, int at)
    {
        var after = text.AsSpan(at + 3).TrimStart(" -#");
        var before = text.AsSpan(0, at).TrimEnd();
        return (after.Length > 3 && after[0] == text[at] && after[1] == '.') || IsAddress(after) || before.EndsWith(":") || before.EndsWith(";") || before.EndsWith("(")
            || before.EndsWith("[") || before.EndsWith("code", StringComparison.OrdinalIgnoreCase) || before.EndsWith("error", StringComparison.OrdinalIgnoreCase)
            || IsStatus(before, text[at])
            || before.EndsWith("<<<") || before.EndsWith("said") || before.EndsWith("status", StringComparison.OrdinalIgnoreCase);
    }
}

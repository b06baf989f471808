using BounceBoard.Mail.Reading.PowerMtaCsv;

namespace BounceBoard.Mail.Unpacking;

/// <summary>What the lines of a mail server's log look like. A new log form adds one row.</summary>
internal static class LogLines
{
    /// <summary>Lines looked at; a log may begin with other programs' lines or with a line that was cut.</summary>
    private const int Looked = 50;

    private static readonly Func<string, bool>[] Forms =
    [
        IsSyslog,
        IsIsoTimed,
        IsTable,
        IsHaraka,
    ];

    public static bool IsLog(List<string> lines)
    {
        // Which columns its rows have is configured: only this line tells what they are.
        if (lines.Count > 0 && PowerMtaCsvForm.IsHeader(lines[0]))
        {
            return true;
        }
        var looked = Math.Min(lines.Count, Looked);
        return lines.Take(looked).Count(line => Forms.Any(form => form(line))) * 2 > looked;
    }

    /// <summary><c>Feb 12 10:00:01 out1 postfix/smtp[3006]: …</c> (RFC 3164), with or without a priority in front.</summary>
    private static bool IsSyslog(string line)
    {
        var text = AfterPriority(line);
        return text.Length > 20 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1]) && text[3] == ' '
            && text[9] == ':' && text[12] == ':' && char.IsAsciiDigit(text[8]) && text.Contains(": ", StringComparison.Ordinal);
    }

    /// <summary><c>2026-02-12T10:00:01.123+00:00 …</c> (RFC 3339), as rsyslog and journald write it; with a space as Exim does.</summary>
    private static bool IsIsoTimed(string line)
    {
        var text = AfterPriority(line);
        return text.Length > 20 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]) && text[4] == '-' && text[7] == '-'
            && text[10] is 'T' or ' ' && text[13] == ':' && text[16] == ':';
    }

    /// <summary>PowerMTA: <c>b,2026-02-12 10:00:01+0000,…</c> below the names of the columns; Exchange: a comment or a table of RFC 3339 times.</summary>
    private static bool IsTable(string line)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        return line.StartsWith("type,timeLogged", StringComparison.OrdinalIgnoreCase)
            || (comma is 1 or 2 && char.IsAsciiLetterLower(line[0]) && line.Length > comma + 11 && char.IsAsciiDigit(line[comma + 1]) && char.IsAsciiDigit(line[comma + 4]))
            || (line[0] == '#' && (line.StartsWith("#Fields: date-time", StringComparison.OrdinalIgnoreCase) || line.StartsWith("#Software: Microsoft Exchange", StringComparison.OrdinalIgnoreCase)
                || line.StartsWith("#Version: ", StringComparison.Ordinal) || line.StartsWith("#Log-type: ", StringComparison.Ordinal) || line.StartsWith("#Date: ", StringComparison.Ordinal)));
    }

    private static bool IsHaraka(string line) => line.StartsWith("[NOTICE] [", StringComparison.Ordinal) || line.StartsWith("[INFO] [", StringComparison.Ordinal);

    private static string AfterPriority(string line)
    {
        if (line[0] != '<')
        {
            return line;
        }
        var end = line.IndexOf('>', StringComparison.Ordinal);
        var rest = end is > 1 and <= 4 ? line[(end + 1)..] : line;
        return rest.StartsWith("1 ", StringComparison.Ordinal) ? rest[2..] : rest;
    }
}

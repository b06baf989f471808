namespace BounceBoard.Mail.Reading.EximLog;

/// <summary>The parts of a line of Exim's main log, found without copying: <c>2026-02-12 10:00:01 [pid] id flag rest</c>.</summary>
internal readonly ref struct EximLine
{
    private EximLine(ReadOnlySpan<char> time, ReadOnlySpan<char> id, ReadOnlySpan<char> flag, ReadOnlySpan<char> rest)
    {
        Time = time;
        Id = id;
        Flag = flag;
        Rest = rest;
    }

    /// <summary>With the zone when the log has one: <c>2026-02-12 10:00:01.123 +0100</c>.</summary>
    public ReadOnlySpan<char> Time { get; }

    /// <summary>16 characters (6-6-2), or 23 (6-11-4) since Exim 4.97.</summary>
    public ReadOnlySpan<char> Id { get; }

    public ReadOnlySpan<char> Flag { get; }

    public ReadOnlySpan<char> Rest { get; }

    public static bool HasTime(ReadOnlySpan<char> line) => line.Length > 20 && IsTime(line);

    public static bool IsTime(ReadOnlySpan<char> line) =>
        line.Length > 18 && char.IsAsciiDigit(line[0]) && line[4] == '-' && line[7] == '-' && line[10] == ' ' && line[13] == ':' && line[16] == ':';

    public static bool TryRead(ReadOnlySpan<char> line, out EximLine result)
    {
        result = default;
        var time = TimeLength(line);
        if (time == 0)
        {
            return false;
        }
        var rest = line[time..].TrimStart(' ');
        if (rest.StartsWith("[") && rest.IndexOf(']') is > 1 and < 12 and var close)
        {
            rest = rest[(close + 1)..].TrimStart(' ');
        }
        var end = rest.IndexOf(' ');
        if (end < 0 || !IsId(rest[..end]))
        {
            return false;
        }
        var id = rest[..end];
        rest = rest[(end + 1)..];
        end = rest.IndexOf(' ');
        result = new EximLine(line[..time].TrimEnd(), id, end < 0 ? rest : rest[..end], end < 0 ? [] : rest[(end + 1)..]);
        return true;
    }

    /// <summary>A line without a message id: what happened before a message had one.</summary>
    public static bool TryReadWithoutId(ReadOnlySpan<char> line, out ReadOnlySpan<char> time, out ReadOnlySpan<char> rest)
    {
        var length = TimeLength(line);
        time = line[..length].TrimEnd();
        rest = line[length..].TrimStart(' ');
        if (rest.StartsWith("[") && rest.IndexOf("] ") is > 1 and < 12 and var close)
        {
            rest = rest[(close + 2)..];
        }
        return length > 0;
    }

    private static int TimeLength(ReadOnlySpan<char> line)
    {
        if (!HasTime(line))
        {
            // Syslog's own time, put in front where Exim wrote none.
            return PostfixLog.LogTime.LengthOf(line);
        }
        var end = 19;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] == '.'))
        {
            end++;
        }
        return line.Length > end + 6 && line[end] == ' ' && line[end + 1] is '+' or '-' && char.IsAsciiDigit(line[end + 5]) ? end + 6 : end;
    }

    private static bool IsId(ReadOnlySpan<char> text) =>
        (text.Length == 16 && text[6] == '-' && text[13] == '-') || (text.Length == 23 && text[6] == '-' && text[18] == '-');
}

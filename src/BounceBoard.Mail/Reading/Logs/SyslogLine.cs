using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A line of syslog, found without copying: <c>time host program[pid]: rest</c>.</summary>
internal readonly ref struct SyslogLine
{
    private SyslogLine(ReadOnlySpan<char> time, ReadOnlySpan<char> host, ReadOnlySpan<char> program, ReadOnlySpan<char> rest)
    {
        Time = time;
        Host = host;
        Program = program;
        Rest = rest;
    }

    public ReadOnlySpan<char> Time { get; }

    public ReadOnlySpan<char> Host { get; }

    public ReadOnlySpan<char> Program { get; }

    public ReadOnlySpan<char> Rest { get; }

    public static bool TryRead(ReadOnlySpan<char> line, out SyslogLine result)
    {
        result = default;
        var time = LogTime.LengthOf(line);
        if (time == 0 || line.Length < time + 4)
        {
            return false;
        }
        var rest = line[(time + 1)..];
        var space = rest.IndexOf(' ');
        var colon = space < 0 ? -1 : rest[(space + 1)..].IndexOf(": ");
        if (colon <= 0)
        {
            return false;
        }
        var program = rest.Slice(space + 1, colon);
        var bracket = program.IndexOf('[');
        program = bracket < 0 ? program : program[..bracket];
        if (program.Contains(' '))
        {
            return false;
        }
        result = new SyslogLine(line[..time], rest[..space], program, rest[(space + 1 + colon + 2)..]);
        return true;
    }

    /// <summary>The host that wrote the line, lower case; null when none is named.</summary>
    public string? HostName => Host.IsEmpty ? null : Host.ToString().ToLowerInvariant();
}

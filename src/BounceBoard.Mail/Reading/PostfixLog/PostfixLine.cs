namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>The parts of one line of a Postfix log, found without copying: <c>time host instance/service[pid]: queueid: rest</c>.</summary>
internal readonly ref struct PostfixLine
{
    private PostfixLine(ReadOnlySpan<char> time, ReadOnlySpan<char> host, ReadOnlySpan<char> process, ReadOnlySpan<char> queueId, ReadOnlySpan<char> rest)
    {
        Time = time;
        Host = host;
        Process = process;
        QueueId = queueId;
        Rest = rest;
    }

    public ReadOnlySpan<char> Time { get; }

    public ReadOnlySpan<char> Host { get; }

    /// <summary><c>postfix/smtp</c>, <c>postfix-out/smtp</c>, <c>postfix/relay/smtp</c>.</summary>
    public ReadOnlySpan<char> Process { get; }

    public ReadOnlySpan<char> QueueId { get; }

    public ReadOnlySpan<char> Rest { get; }

    /// <summary>The instance: queue ids are unique in it only.</summary>
    public ReadOnlySpan<char> Instance => Process[..Math.Max(Process.IndexOf('/'), 0)];

    public ReadOnlySpan<char> Service => Process[(Process.LastIndexOf('/') + 1)..];

    public static bool TryRead(ReadOnlySpan<char> line, out PostfixLine result)
    {
        result = default;
        var open = line.IndexOf("]: ");
        if (open < 0)
        {
            return false;
        }
        var head = line[..open];
        var rest = line[(open + 3)..];
        var bracket = head.LastIndexOf('[');
        var space = bracket < 0 ? -1 : head[..bracket].LastIndexOf(' ');
        if (space < 0)
        {
            return false;
        }
        var process = head[(space + 1)..bracket];
        var timeLength = LogTime.LengthOf(line);
        // "postfix" is the default; an instance may have any name, but the service stands after a slash.
        if (timeLength == 0 || space <= timeLength || process.IndexOf('/') <= 0)
        {
            return false;
        }
        var host = line[(timeLength + 1)..space].Trim();
        var colon = rest.IndexOf(": ");
        var queueId = colon is > 0 and <= 40 ? rest[..colon] : [];
        result = IsQueueId(queueId)
            ? new PostfixLine(line[..timeLength], host, process, queueId, rest[(colon + 2)..])
            : new PostfixLine(line[..timeLength], host, process, [], rest);
        return true;
    }

    // Short ids are upper-case hex, long ids (enable_long_queue_ids) letters and digits.
    private static bool IsQueueId(ReadOnlySpan<char> text) =>
        text.Length >= 5 && !text.ContainsAnyExcept(QueueIdCharacters) && !text.SequenceEqual("NOQUEUE") && text.ContainsAnyInRange('0', '9');

    private static readonly System.Buffers.SearchValues<char> QueueIdCharacters =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}

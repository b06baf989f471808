using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>Goes over a log line by line. With several forms, each line is read by its own program's: one syslog may hold them all.</summary>
/// <param name="format">Name by which this reader is asked for.</param>
internal sealed class LogReader(string format, IReadOnlyList<ILogForm> forms) : IBounceReader
{
    /// <summary>Lines longer than this are cut: no mail server writes longer ones, but for JSON.</summary>
    private const int MostLine = 64 * 1024;

    public LogReader(ILogForm form)
        : this(form.Format, [form])
    {
    }

    public string Format => format;

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        if (input.Item.Kind is not EvidenceKind.Log)
        {
            return null;
        }
        var reports = new List<BounceReport>();
        var buffer = new char[MostLine];
        var last = 0;
        var known = false;
        var lines = input.Item.Content.Span;
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? [] : lines[(end + 1)..];
            var count = Encoding.UTF8.GetChars(line[..Math.Min(line.Length, MostLine)], buffer);
            known |= Take(AfterPriority(buffer.AsSpan(0, count).TrimEnd('\r')), input, reports, ref last);
        }
        foreach (var form in forms)
        {
            form.End(input, reports);
        }
        // Another reader may know the log; a piece of a known log that reports nothing is read and empty.
        return known || input.Session.MayBeSilent ? reports : null;
    }

    // Lines of one program stand together: the form of the line before is asked first.
    private bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports, ref int last)
    {
        for (var i = 0; i < forms.Count; i++)
        {
            var at = (last + i) % forms.Count;
            if (forms[at].Take(line, input, reports))
            {
                last = at;
                return true;
            }
        }
        return false;
    }

    // "<22>Feb 12 …": the priority that syslog puts before a line on the wire.
    private static ReadOnlySpan<char> AfterPriority(ReadOnlySpan<char> line) =>
        line.Length > 5 && line[0] == '<' && line[..6].IndexOf('>') is > 1 and var end ? line[(end + 1)..] : line;
}

using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Reading.PostfixLog;

/// <summary>Reads a Postfix log (format of Postfix 2 and 3, also from several instances): each delivery attempt, joined with sender and message id by queue id.</summary>
internal sealed class PostfixLogReader : IBounceReader
{
    /// <summary>Lines longer than this are cut: Postfix itself cuts what it logs at 2,000 characters.</summary>
    private const int MostLine = 16 * 1024;

    public string Format => "postfix-log";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        if (input.Item.Kind is not EvidenceKind.Log)
        {
            return null;
        }
        var reports = new List<BounceReport>();
        var known = 0;
        var buffer = new char[MostLine];
        var lines = input.Item.Content.Span;
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? [] : lines[(end + 1)..];
            var count = Encoding.UTF8.GetChars(line[..Math.Min(line.Length, MostLine)], buffer);
            if (PostfixLine.TryRead(AfterPriority(buffer.AsSpan(0, count).TrimEnd('\r')), out var parts))
            {
                known++;
                PostfixEntry.Take(parts, input, reports);
            }
        }
        // Another reader may know the log; a piece of a known log without a Postfix line is read and empty.
        return known > 0 ? reports : null;
    }

    // "<22>Feb 12 …": the priority that syslog puts before a line on the wire.
    private static ReadOnlySpan<char> AfterPriority(ReadOnlySpan<char> line) =>
        line.Length > 5 && line[0] == '<' && line[..6].IndexOf('>') is > 1 and var end ? line[(end + 1)..] : line;
}

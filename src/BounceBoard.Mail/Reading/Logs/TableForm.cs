using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A log that is a table: a line names the columns, in any order; a quoted value may go over several lines (RFC 4180 §2).</summary>
internal abstract class TableForm : ILogForm
{
    /// <summary>No record is longer; a quote that nobody closes must not swallow the rest of the log.</summary>
    private const int Longest = 64 * 1024;

    public abstract string Format { get; }

    /// <summary>What the line with the columns is called, for people.</summary>
    protected abstract string Header { get; }

    /// <summary>Columns without which a row tells of nobody.</summary>
    protected abstract IReadOnlyList<string> Needed { get; }

    /// <summary>All columns that are read.</summary>
    protected abstract IReadOnlyList<string> Asked { get; }

    public bool Take(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports)
    {
        var session = input.Session;
        var columns = session.Columns is { } known && known.Format == Format ? known.Names : null;
        var isRecord = IsRecord(line, columns) || (columns is not null && session.Unfinished is null && IsOpen(line) && MayBegin(columns));
        if (columns is not null && session.Unfinished is { } begun)
        {
            if (!isRecord && begun.Length + line.Length < Longest)
            {
                Row(string.Concat(begun, "\n", line), columns, session, reports);
                return true;
            }
            End(input, reports);
        }
        if (!isRecord)
        {
            return TakeOther(line, input, reports);
        }
        if (columns is null)
        {
            Headerless(input, reports);
            return true;
        }
        Row(line, columns, session, reports);
        return true;
    }

    /// <summary>A row that nobody finished is read as far as it goes.</summary>
    public void End(ReadingInput input, List<BounceReport> reports)
    {
        if (input.Session is { Unfinished: { } begun, Columns: { } columns } session && columns.Format == Format)
        {
            session.Unfinished = null;
            Read(session.Table(columns.Names, Asked).Row(begun), reports);
        }
    }

    /// <param name="columns">Null while they are not known.</param>
    protected abstract bool IsRecord(ReadOnlySpan<char> line, IReadOnlyList<string>? columns);

    /// <summary>True when a row cannot be told by its beginning with these columns: then an open quote begins one.</summary>
    protected virtual bool MayBegin(IReadOnlyList<string> columns) => false;

    /// <summary>A line that is no record: the names of the columns, a comment, or a line of another log.</summary>
    protected abstract bool TakeOther(ReadOnlySpan<char> line, ReadingInput input, List<BounceReport> reports);

    protected abstract void Read(CsvRow row, List<BounceReport> reports);

    protected bool TakeColumns(List<string> names, ReadingInput input, List<BounceReport> reports)
    {
        input.Session.Columns = new LogColumns(Format, names);
        if (Needed.Where(needed => !names.Contains(needed, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } missing)
        {
            reports.Add(Error($"The table '{input.Item.Name}' has no column {string.Join(", ", missing)}: its rows cannot tell whom they are about. Log with these columns and send it again."));
        }
        return true;
    }

    private void Row(ReadOnlySpan<char> text, IReadOnlyList<string> columns, LogSession session, List<BounceReport> reports)
    {
        var isOpen = IsOpen(text);
        session.Unfinished = isOpen ? text.ToString() : null;
        if (!isOpen)
        {
            Read(session.Table(columns, Asked).Row(text), reports);
        }
    }

    private static bool IsOpen(ReadOnlySpan<char> text) => text.Count('"') % 2 == 1;

    private void Headerless(ReadingInput input, List<BounceReport> reports)
    {
        if (!ReferenceEquals(input.Session.Headerless, input.Item))
        {
            input.Session.Headerless = input.Item;
            reports.Add(Error($"'{input.Item.Name}' begins without {Header}, which names the columns, and no earlier piece of its source had it: rows above such a line "
                + "are not read, because their order is not known. Send the log from its beginning."));
        }
    }

    private static BounceReport Error(string text) => new() { Kind = BounceKind.Error, Error = text };
}

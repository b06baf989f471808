namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A table whose columns are known: cuts its lines at commas (RFC 4180 section 2) without making a text of any cell that is not asked for.</summary>
internal sealed class CsvTable
{
    /// <summary>Where the columns that are read stand, by their number in the list that asks for them; -1 when absent.</summary>
    private readonly int[] _places;

    private readonly (int Start, int Length, bool IsQuoted)[] _cells;

    private int _count;

    /// <param name="columns">In the order of the table.</param>
    /// <param name="asked">The columns that are read; each is known by its number in this list, so that no name is looked up in any line.</param>
    public CsvTable(IReadOnlyList<string> columns, IReadOnlyList<string> asked, LogMemory memory)
    {
        (Columns, Memory) = (columns, memory);
        _cells = new (int, int, bool)[columns.Count];
        _places = [.. asked.Select(name => columns.Index().FirstOrDefault(column => column.Item.Equals(name, StringComparison.OrdinalIgnoreCase), (Index: -1, Item: "")).Index)];
    }

    public IReadOnlyList<string> Columns { get; }

    public LogMemory Memory { get; }

    /// <summary>Valid until the next line is asked for.</summary>
    public CsvRow Row(ReadOnlySpan<char> line)
    {
        Cut(line);
        return new CsvRow(this, line);
    }

    /// <summary>The cell as it stands, quotes taken off; empty when the line is shorter or the table has no such column.</summary>
    /// <param name="isQuoted">A doubled quote in it stands for one.</param>
    public ReadOnlySpan<char> Cell(ReadOnlySpan<char> line, int column, out bool isQuoted)
    {
        var place = _places[column];
        var (start, length, quoted) = place >= 0 && place < _count ? _cells[place] : default;
        isQuoted = quoted;
        return line.Slice(start, length);
    }

    // Cells behind the last named column belong to nothing.
    private void Cut(ReadOnlySpan<char> line)
    {
        _count = 0;
        for (var at = 0; at <= line.Length && _count < _cells.Length;)
        {
            var isQuoted = at < line.Length && line[at] == '"';
            var start = isQuoted ? at + 1 : at;
            var end = isQuoted ? EndOfQuoted(line, start) : start + LengthTo(line[start..], ',');
            _cells[_count++] = (start, end - start, isQuoted);
            // What stands between a closing quote and the next comma belongs to nothing.
            at = isQuoted ? end + LengthTo(line[end..], ',') + 1 : end + 1;
        }
    }

    private static int EndOfQuoted(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length)
        {
            at += LengthTo(line[at..], '"');
            if (at + 1 >= line.Length || line[at + 1] != '"')
            {
                return at;
            }
            at += 2;
        }
        return line.Length;
    }

    private static int LengthTo(ReadOnlySpan<char> text, char mark) => text.IndexOf(mark) is >= 0 and var at ? at : text.Length;
}

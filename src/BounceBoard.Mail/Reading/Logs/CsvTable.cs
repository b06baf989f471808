namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A table whose columns are known: cuts its lines at commas (RFC 4180 section 2) without making a text of any cell that is not asked for.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<(int Start, int Length, bool IsQuoted)> _cells = new(32);

    public CsvTable(IReadOnlyList<string> columns)
    {
        Columns = columns;
        foreach (var (place, column) in columns.Index())
        {
            _places.TryAdd(column, place);
        }
    }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Valid until the next line is asked for.</summary>
    public CsvRow Row(ReadOnlySpan<char> line)
    {
        Cut(line);
        return new CsvRow(this, line);
    }

    public int Place(string column) => _places.GetValueOrDefault(column, -1);

    /// <summary>The cell as it stands, quotes taken off; empty when the line is shorter.</summary>
    /// <param name="isQuoted">A doubled quote in it stands for one.</param>
    public ReadOnlySpan<char> Cell(ReadOnlySpan<char> line, int place, out bool isQuoted)
    {
        var (start, length, quoted) = place >= 0 && place < _cells.Count ? _cells[place] : default;
        isQuoted = quoted;
        return line.Slice(start, length);
    }

    private void Cut(ReadOnlySpan<char> line)
    {
        _cells.Clear();
        for (var at = 0; ;)
        {
            var isQuoted = at < line.Length && line[at] == '"';
            var start = isQuoted ? at + 1 : at;
            var end = isQuoted ? EndOfQuoted(line, start) : start + LengthTo(line[start..], ',');
            _cells.Add((start, end - start, isQuoted));
            // What stands between a closing quote and the next comma belongs to nothing.
            at = end + LengthTo(line[end..], ',') + 1;
            if (at > line.Length)
            {
                return;
            }
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

namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A line of a table with the names of its columns, in whatever order they stand.</summary>
internal readonly ref struct CsvRow(CsvTable table, ReadOnlySpan<char> line)
{
    private readonly ReadOnlySpan<char> _line = line;

    /// <summary>The value as it stands in the line; empty when the column is absent.</summary>
    public ReadOnlySpan<char> Span(string column) => table.Cell(_line, table.Place(column), out _).Trim();

    /// <summary>The value, trimmed; null when the column is absent or empty.</summary>
    public string? this[string column] => Text(table.Cell(_line, table.Place(column), out var isQuoted), isQuoted);

    private static string? Text(ReadOnlySpan<char> cell, bool isQuoted)
    {
        var text = cell.Trim();
        return text.IsEmpty ? null : isQuoted && text.Contains('"') ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text.ToString();
    }
}

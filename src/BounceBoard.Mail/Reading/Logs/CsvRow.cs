namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A line of a table; its columns are asked for by their numbers, see <see cref="CsvTable"/>.</summary>
internal readonly ref struct CsvRow(CsvTable table, ReadOnlySpan<char> line)
{
    private readonly ReadOnlySpan<char> _line = line;

    /// <summary>What earlier lines of the same log told.</summary>
    public LogMemory Memory => table.Memory;

    /// <summary>The value, trimmed; null when the column is absent or empty.</summary>
    public string? this[int column] => Span(column) is { IsEmpty: false } value ? value.ToString() : null;

    /// <summary>The same without making a text of it; empty when the column is absent or empty.</summary>
    public ReadOnlySpan<char> Span(int column)
    {
        var value = table.Cell(_line, column, out var isQuoted).Trim();
        return isQuoted && value.Contains('"') ? value.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : value;
    }

    /// <summary>A value that many lines have.</summary>
    public string? Repeated(int column) => Span(column) is { IsEmpty: false } value ? Memory.Texts.Of(value) : null;
}

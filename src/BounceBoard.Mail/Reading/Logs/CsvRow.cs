namespace BounceBoard.Mail.Reading.Logs;

/// <summary>A line of a table with the names of its columns, in whatever order they stand.</summary>
internal sealed class CsvRow(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
{
    /// <summary>The value, trimmed; null when the column is absent or empty.</summary>
    public string? this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count && i < cells.Count; i++)
            {
                if (columns[i].Equals(column, StringComparison.OrdinalIgnoreCase))
                {
                    return cells[i].Trim() is { Length: > 0 } value ? value : null;
                }
            }
            return null;
        }
    }
}

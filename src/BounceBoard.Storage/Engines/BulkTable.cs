namespace BounceBoard.Storage.Engines;

/// <summary>A table that takes many rows at once.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Columns">In the order in which <paramref name="Write"/> writes them.</param>
/// <param name="Write">Writes one row, every column once.</param>
internal sealed record BulkTable<T>(string Name, IReadOnlyList<string> Columns, Action<T, IRowSink> Write)
{
    public string InsertInto => $"INSERT INTO {Name} ({string.Join(", ", Columns)})";
}

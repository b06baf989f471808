namespace BounceBoard.Storage.Engines;

/// <summary>Many rows that are changed, each with values of its own.</summary>
/// <param name="Given">The values: some find the row, the others go into it.</param>
/// <param name="Set">From <c>SET</c> to before <c>FROM</c>; the values are columns of <c>given</c>.</param>
/// <param name="Where">From <c>WHERE</c> to the end, RETURNING included; columns of the table are qualified with its name.</param>
internal sealed record BulkUpdate<T>(BulkTable<T> Given, string Set, string Where);

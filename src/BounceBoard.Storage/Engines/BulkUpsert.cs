namespace BounceBoard.Storage.Engines;

/// <summary>Many rows that are added or folded into what stands there.</summary>
/// <param name="OnConflict">From <c>ON CONFLICT</c> to the end, RETURNING included; columns of the table are qualified with its name.</param>
internal sealed record BulkUpsert<T>(BulkTable<T> Table, string OnConflict);

using BounceBoard.Storage.Database;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary>An engine's own way to take rows from a file.</summary>
internal interface IBulkLoader
{
    /// <summary>Writes a CSV file of each table; not measured.</summary>
    Task DumpAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>Loads the files into the tables of an empty database, durably.</summary>
    Task LoadAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken);
}

namespace BounceBoard.Storage.Engines;

/// <summary>Which engine keeps the rows; section <c>Storage</c>.</summary>
public sealed class EngineOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Npgsql's connection string, for PostgreSQL only; the SQLite file stands in the data directory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Seconds that the start, an import and an upload wait for a database that does not answer.</summary>
    public int PatienceSeconds { get; set; } = 120;

    /// <summary>Days that evidence, refusals and the people in them are kept, counted from their arrival; 0 for ever. A tenant may have its own.</summary>
    public int RetentionDays { get; set; }
}

namespace BounceBoard.Storage.Database;

/// <summary>Where the installation keeps its data; section <c>BounceBoard</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "BounceBoard";

    /// <summary>Folder of the database and the Data Protection keys; made absolute against the content root at start.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(Path.GetFullPath(DataDirectory), "bounceboard.db");

    /// <summary>Folder of the Data Protection keys.</summary>
    public string KeysFolder => Path.Combine(Path.GetFullPath(DataDirectory), "keys");
}

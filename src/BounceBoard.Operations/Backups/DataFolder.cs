using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Backups;

/// <summary>Where this installation keeps database and keys.</summary>
public sealed class DataFolder(IOptions<StorageOptions> options, IOptions<EngineOptions> engine)
{
    /// <summary>Absolute.</summary>
    public string Path => options.Value.DataDirectory;

    /// <summary>
    /// False before the first start: a command that looks for something must not make an empty installation instead. A database on a server
    /// was made by somebody; what it lacks is its schema at most.
    /// </summary>
    public bool HasDatabase => engine.Value.Provider == StorageProvider.PostgreSql || File.Exists(options.Value.DatabaseFile);

    /// <summary>For people: where the data is.</summary>
    public string Name => engine.Value.Provider == StorageProvider.PostgreSql ? "the PostgreSQL database of Storage:ConnectionString" : Path;
}

using BounceBoard.Storage.Database;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Backups;

/// <summary>Where this installation keeps database and keys.</summary>
public sealed class DataFolder(IOptions<StorageOptions> options)
{
    /// <summary>Absolute.</summary>
    public string Path => options.Value.DataDirectory;

    /// <summary>False before the first start: a command that looks for something must not make an empty installation instead.</summary>
    public bool HasDatabase => File.Exists(options.Value.DatabaseFile);
}

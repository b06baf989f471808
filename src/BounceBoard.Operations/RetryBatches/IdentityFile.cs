using System.Globalization;
using BounceBoard.Storage.Database;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>The file <c>sending.identity</c> beside a SQLite database. A backup leaves it behind, so a restored database is without it or meets another one's.</summary>
internal sealed class IdentityFile(IOptions<StorageOptions> storage)
{
    public string Path => System.IO.Path.Combine(System.IO.Path.GetFullPath(storage.Value.DataDirectory), "sending.identity");

    /// <returns>Null when there is none.</returns>
    public string? Read() => File.Exists(Path) ? File.ReadAllText(Path).Trim() : null;

    /// <returns>What stands in it now, and nowhere else.</returns>
    public string Renew()
    {
        var identity = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        // Beside first: a file that is half written would be another identity.
        var beside = Path + ".new";
        File.WriteAllText(beside, identity);
        File.Move(beside, Path, overwrite: true);
        return identity;
    }
}

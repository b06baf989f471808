using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Settings;

/// <summary>Reads settings of the whole installation that are changed while it runs.</summary>
public sealed class InstallationSettingReader(Database.Database database)
{
    /// <returns>The value, or null when it was never set.</returns>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.FindAsync<string>("""SELECT value FROM installation_setting WHERE name = @name""", new { name }, cancellationToken);
}

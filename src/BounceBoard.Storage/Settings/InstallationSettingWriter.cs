using System.Data.Common;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Settings;

/// <summary>Writes settings of the whole installation.</summary>
public sealed class InstallationSettingWriter
{
    /// <param name="value">Null removes the setting.</param>
    public Task SetAsync(string name, string? value, DbTransaction transaction, CancellationToken cancellationToken) =>
        value is null
            ? transaction.ExecuteAsync("""DELETE FROM installation_setting WHERE name = @name""", new { name }, cancellationToken)
            : transaction.ExecuteAsync(
                """
                INSERT INTO installation_setting (name, value) VALUES (@name, @value)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                new { name, value },
                cancellationToken);
}

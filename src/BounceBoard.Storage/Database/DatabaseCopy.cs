using Dapper;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Database;

/// <summary>Copies the running database into one new file, as of one moment, while others read and write.</summary>
public sealed class DatabaseCopy(Database database)
{
    /// <summary>Writes the copy, checks it, and marks it as one: whoever starts on it was restored, and must not send what the original may have sent since.</summary>
    /// <param name="file">Must not exist; readable by the account of the process only.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The copy does not pass the database's own check.</exception>
    public async Task WriteAsync(string file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // VACUUM INTO takes an empty file.
        PrivateFile.Create(file);
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """VACUUM INTO @file""", new { file }, commandTimeout: 0, cancellationToken: cancellationToken));
        }
        await MarkAsync(file, now, cancellationToken);
        await CheckAsync(file, cancellationToken);
        await using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static async Task MarkAsync(string file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO sending_identity (id, identity, copied_at) VALUES (1, '', @now)
            ON CONFLICT (id) DO UPDATE SET copied_at = excluded.copied_at
            """;
        var options = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        await using var connection = new SqliteConnection(options.ToString());
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { now = now.ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
    }

    private static async Task CheckAsync(string file, CancellationToken cancellationToken)
    {
        // Not pooled: a pooled connection would keep the copy open after this.
        var options = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(options.ToString());
        await connection.OpenAsync(cancellationToken);
        var answer = await connection.QueryFirstAsync<string>(new CommandDefinition(
            """PRAGMA integrity_check(1)""", commandTimeout: 0, cancellationToken: cancellationToken));
        if (answer != "ok")
        {
            throw new InvalidOperationException($"The copy {file} is damaged: {answer}. The disk may be failing; do not trust this backup.");
        }
    }
}

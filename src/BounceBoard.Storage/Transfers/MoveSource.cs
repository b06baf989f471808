using System.Runtime.CompilerServices;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Transfers;

/// <summary>The SQLite file that is moved, and the keys beside it. Nobody else can open the file until this is disposed.</summary>
public sealed class MoveSource : IAsyncDisposable
{
    private const int Busy = 5;
    private readonly SqliteConnection _connection;
    private readonly string _keys;

    private MoveSource(SqliteConnection connection, string keys) => (_connection, _keys) = (connection, keys);

    /// <returns>Null when another process has the file open.</returns>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static async Task<MoveSource?> OpenAsync(StorageOptions storage, CancellationToken cancellationToken)
    {
        var options = new SqliteConnectionStringBuilder
        {
            DataSource = storage.DatabaseFile,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 2,
        };
        var connection = new SqliteConnection(options.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            // The lock is kept from here to the end: a host that runs is noticed, and none can start meanwhile.
            command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            // Nothing is written: more of the file may stay in memory, but no more than this, in KiB.
            command.CommandText = "PRAGMA cache_size = -65536";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new MoveSource(connection, storage.KeysFolder);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Busy)
        {
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>What this binary's schema and the file's differ in.</summary>
    /// <returns>Null when they are the same.</returns>
    public async Task<string?> SchemaProblemAsync(CancellationToken cancellationToken)
    {
        var known = Migrations.Scripts(Dialect.Sqlite).ToHashSet(StringComparer.Ordinal);
        var run = new HashSet<string>(StringComparer.Ordinal);
        await using var command = _connection.CreateCommand();
        command.CommandText = """SELECT ScriptName FROM SchemaVersions""";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            run.Add(reader.GetString(0));
        }
        return known.SetEquals(run) ? null
            : known.IsSubsetOf(run) ? "it was made by a newer version of BounceBoard: use that version's command"
            : "it is of an older version: start this version's dashboard on it once, which brings it along, and stop it again";
    }

    /// <summary>The rows after a key, in its order, as the target keeps them.</summary>
    /// <param name="after">Null for all.</param>
    internal async IAsyncEnumerable<MovedRow> RowsAsync(
        MovedTable table, IReadOnlyList<MovedColumn> columns, IReadOnlyList<object>? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = MoveStatements.Read(table, columns, after?.Count > 0);
        for (var i = 0; i < (after?.Count ?? 0); i++)
        {
            command.Parameters.AddWithValue($"@k{i}", after?[i]);
        }
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return MovedRow.Of(table, columns, reader);
        }
        if (table.HoldsKeys && after is null)
        {
            foreach (var row in KeyFiles.Read(_keys))
            {
                yield return row;
            }
        }
    }

    /// <summary>First days of the months in which the tables that are cut by month hold rows.</summary>
    internal async Task<IReadOnlySet<DateTimeOffset>> MonthsAsync(CancellationToken cancellationToken)
    {
        var months = new HashSet<DateTimeOffset>();
        foreach (var (table, id) in MonthPartitions.Tables)
        {
            await using var command = _connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = MoveStatements.Days(table, id);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var day = DateTimeOffset.UnixEpoch.AddDays(reader.GetInt64(0));
                months.Add(new DateTimeOffset(day.Year, day.Month, 1, 0, 0, 0, TimeSpan.Zero));
            }
        }
        return months;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BounceBoard.Storage.Engines;

/// <summary>Binds a row's values to one prepared statement of SQLite by their place and runs it; parameter objects would take longer than SQLite itself.</summary>
internal sealed class StatementSink : IRowSink, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _next;

    public StatementSink(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Write(long value) => Check(raw.sqlite3_bind_int64(_statement, ++_next, value));

    public void Write(long? value) => Bind(value, raw.sqlite3_bind_int64);

    public void Write(int? value) => Bind(value, raw.sqlite3_bind_int);

    public void Write(bool value) => Write(value ? 1L : 0L);

    public void Write(bool? value) => Write(value is { } known ? (known ? 1L : 0L) : (long?)null);

    public void Write(string? value) => Check(
        value is null ? raw.sqlite3_bind_null(_statement, ++_next) : raw.sqlite3_bind_text(_statement, ++_next, value));

    public void Write(byte[] value) => Check(raw.sqlite3_bind_blob(_statement, ++_next, value));

    /// <summary>Runs the statement with the values that were written, and begins the next row.</summary>
    /// <exception cref="SqliteException">The row does not fit, or the disk is full.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        // Resetting tells the error of the step once more, in full.
        Check(raw.sqlite3_reset(_statement));
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(result);
        }
        _next = 0;
    }

    public void Dispose() => _statement.Dispose();

    private void Bind<T>(T? value, Func<sqlite3_stmt, int, T, int> bind)
        where T : struct =>
        Check(value is { } known ? bind(_statement, ++_next, known) : raw.sqlite3_bind_null(_statement, ++_next));

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}

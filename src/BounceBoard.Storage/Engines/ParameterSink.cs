using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Engines;

/// <summary>Puts a row's values into the parameters of one prepared statement.</summary>
internal sealed class ParameterSink(SqliteParameter[] parameters) : IRowSink
{
    private int _next;

    public void Begin() => _next = 0;

    public void Write(long value) => Set(value, SqliteType.Integer);

    public void Write(long? value) => Set(value, SqliteType.Integer);

    public void Write(int? value) => Set(value, SqliteType.Integer);

    public void Write(bool value) => Set(value ? 1L : 0L, SqliteType.Integer);

    public void Write(bool? value) => Set(value is { } known ? (known ? 1L : 0L) : null, SqliteType.Integer);

    public void Write(string? value) => Set(value, SqliteType.Text);

    public void Write(byte[] value) => Set(value, SqliteType.Blob);

    private void Set(object? value, SqliteType type)
    {
        var parameter = parameters[_next++];
        parameter.SqliteType = type;
        parameter.Value = value ?? DBNull.Value;
    }
}

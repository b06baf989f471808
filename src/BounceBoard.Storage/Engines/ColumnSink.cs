using Npgsql;
using NpgsqlTypes;

namespace BounceBoard.Storage.Engines;

/// <summary>Gathers rows as one array per column, for <c>unnest</c>.</summary>
internal sealed class ColumnSink : IRowSink
{
    private readonly Column[] _columns;
    private int _next;

    public ColumnSink(int columns) => _columns = [.. Enumerable.Range(0, columns).Select(_ => new Column())];

    public void Begin() => _next = 0;

    public void Write(long value) => Add(value, NpgsqlDbType.Bigint);

    public void Write(long? value) => Add(value, NpgsqlDbType.Bigint);

    public void Write(int? value) => Add(value, NpgsqlDbType.Integer);

    public void Write(bool value) => Add(value, NpgsqlDbType.Boolean);

    public void Write(bool? value) => Add(value, NpgsqlDbType.Boolean);

    public void Write(string? value) => Add(value is null ? null : StorableText.Of(value), NpgsqlDbType.Text);

    public void Write(byte[] value) => Add(value, NpgsqlDbType.Bytea);

    /// <summary>Adds the arrays as parameters.</summary>
    /// <returns>Their names in the statement.</returns>
    public IReadOnlyList<string> AddTo(NpgsqlParameterCollection parameters)
    {
        var names = new List<string>(_columns.Length);
        foreach (var column in _columns)
        {
            var name = $"c{names.Count}";
            parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | column.Type) { Value = column.ToArray() });
            names.Add($"@{name}");
        }
        return names;
    }

    private void Add(object? value, NpgsqlDbType type) => _columns[_next++].Add(value, type);

    private sealed class Column
    {
        private readonly List<object?> _values = [];

        public NpgsqlDbType Type { get; private set; }

        public void Add(object? value, NpgsqlDbType type)
        {
            Type = type;
            _values.Add(value);
        }

        public object ToArray() => Type switch
        {
            NpgsqlDbType.Bigint => _values.Select(value => (long?)value).ToArray(),
            NpgsqlDbType.Integer => _values.Select(value => (int?)value).ToArray(),
            NpgsqlDbType.Boolean => _values.Select(value => (bool?)value).ToArray(),
            NpgsqlDbType.Bytea => _values.Select(value => (byte[]?)value).ToArray(),
            _ => _values.Select(value => (string?)value).ToArray(),
        };
    }
}

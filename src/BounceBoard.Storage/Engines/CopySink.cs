using Npgsql;
using NpgsqlTypes;

namespace BounceBoard.Storage.Engines;

/// <summary>Writes a row's values into a binary COPY.</summary>
internal sealed class CopySink(NpgsqlBinaryImporter importer) : IRowSink
{
    public void Write(long value) => importer.Write(value, NpgsqlDbType.Bigint);

    public void Write(long? value) => Write(value, NpgsqlDbType.Bigint);

    public void Write(int? value) => Write(value, NpgsqlDbType.Integer);

    public void Write(bool value) => importer.Write(value, NpgsqlDbType.Boolean);

    public void Write(bool? value) => Write(value, NpgsqlDbType.Boolean);

    public void Write(string? value)
    {
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(StorableText.Of(value), NpgsqlDbType.Text);
        }
    }

    public void Write(byte[] value) => importer.Write(value, NpgsqlDbType.Bytea);

    private void Write<T>(T? value, NpgsqlDbType type) where T : struct
    {
        if (value is { } known)
        {
            importer.Write(known, type);
        }
        else
        {
            importer.WriteNull();
        }
    }
}

using System.Text;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Installations;
using Npgsql;

namespace BounceBoard.Operations.Tests;

/// <summary>Looks into everything an installation keeps: the bytes of its data directory and, on PostgreSQL, every row as text.</summary>
internal static class DataFiles
{
    public static bool Contain(TestInstallation house, string text) =>
        Directory.EnumerateFiles(house.DataDirectory, "*", SearchOption.AllDirectories).Any(file => Contains(file, text))
        || (house.Database.Dialect.Provider == StorageProvider.PostgreSql && RowsContain(house.Database.ConnectionString, text));

    private static bool Contains(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static bool RowsContain(string connectionString, string text)
    {
        using var source = NpgsqlDataSource.Create(connectionString);
        using var command = source.CreateCommand("""SELECT schema_to_xml('public', true, false, '')::text LIKE '%' || $1 || '%'""");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        return command.ExecuteScalar() is true;
    }
}

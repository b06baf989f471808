using BounceBoard.Storage.Database;
using Npgsql;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary>PostgreSQL's <c>COPY … FROM STDIN</c>.</summary>
internal sealed class PostgresLoader(string folder) : IBulkLoader
{
    public async Task DumpAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(database, cancellationToken);
        foreach (var table in tables)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY (SELECT * FROM {table}) TO STDOUT (FORMAT csv)", cancellationToken);
            await using var file = System.IO.File.CreateText(File(table));
            await CopyAsync(rows, file, cancellationToken);
        }
    }

    public async Task LoadAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(database, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var table in tables)
        {
            await using var rows = await connection.BeginTextImportAsync($"COPY {table} FROM STDIN (FORMAT csv)", cancellationToken);
            using var file = System.IO.File.OpenText(File(table));
            await CopyAsync(file, rows, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task CopyAsync(TextReader from, TextWriter to, CancellationToken cancellationToken)
    {
        var buffer = new char[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(Database database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private string File(string table) => Path.Combine(folder, $"{table}.csv");
}

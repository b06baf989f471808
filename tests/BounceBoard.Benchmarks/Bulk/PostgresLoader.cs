using BounceBoard.Storage.Database;
using Npgsql;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary>PostgreSQL's <c>COPY … FROM STDIN</c>, its foreign keys unchecked.</summary>
internal sealed class PostgresLoader(string folder) : IBulkLoader
{
    public async Task DumpAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(database, cancellationToken);
        foreach (var table in tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT * FROM {table}) TO STDOUT (FORMAT csv)", cancellationToken);
            await using var file = System.IO.File.Create(File(table));
            await rows.CopyToAsync(file, cancellationToken);
        }
    }

    public async Task LoadAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(database, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var unchecked_ = new NpgsqlCommand("SET LOCAL session_replication_role = replica", connection, transaction))
        {
            await unchecked_.ExecuteNonQueryAsync(cancellationToken);
        }
        foreach (var table in tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT csv)", cancellationToken);
            await using var file = System.IO.File.OpenRead(File(table));
            await file.CopyToAsync(rows, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<NpgsqlConnection> ConnectAsync(Database database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private string File(string table) => Path.Combine(folder, $"{table}.csv");
}

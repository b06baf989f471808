using System.Data.Common;
using System.Text.Json;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Storage.Engines;

/// <summary>SQLite: one file, one writer.</summary>
internal sealed class SqliteDialect : Dialect
{
    public override StorageProvider Provider => StorageProvider.Sqlite;

    // There is one writer: nobody else can be taking rows.
    internal override string ClaimRows => "";

    internal override string Scripts => "Sqlite";

    // Rows are executed one by one; the bound only keeps a batch from growing without end.
    internal override int BulkRows => 100_000;

    internal override string Identity(bool withCluster) =>
        throw new InvalidOperationException("A SQLite file does not know whether it is a copy.");

    internal override string AnyOf(string parameter) => $"IN (SELECT value FROM json_each({parameter}))";

    // CROSS keeps the order: the list is outside.
    internal override string ForEach(string parameter, string table, string alias, string condition) =>
        $"json_each({parameter}) wanted CROSS JOIN {table} {alias} ON {condition}";

    internal override object List<T>(IEnumerable<T> values) => JsonSerializer.Serialize(values);

    internal override object? Parameters(object? parameters) => parameters;

    internal override DbConnection Connect(string connectionString) =>
        new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());

    internal override UpgradeEngineBuilder Migrator(string connectionString) => DeployChanges.To.SqliteDatabase(connectionString);

    // BEGIN IMMEDIATE has taken the only turn there is.
    internal override Task TakeTurnAsync(DbTransaction transaction, Turn turn, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task InsertAsync<T>(
        DbTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken) =>
        RunAsync(transaction, table, names => $"{table.InsertInto} VALUES ({string.Join(", ", names)})", rows, null, cancellationToken);

    internal override Task UpsertAsync<T>(
        DbTransaction transaction, BulkUpsert<T> upsert, IReadOnlyCollection<T> rows, Action<DbDataReader>? read, CancellationToken cancellationToken) =>
        RunAsync(
            transaction, upsert.Table, names => $"{upsert.Table.InsertInto} VALUES ({string.Join(", ", names)}) {upsert.OnConflict}", rows, read,
            cancellationToken);

    internal override Task UpdateAsync<T>(
        DbTransaction transaction, BulkUpdate<T> update, IReadOnlyCollection<T> rows, Action<DbDataReader>? read, CancellationToken cancellationToken) =>
        RunAsync(
            transaction, update.Given,
            names => $"UPDATE {update.Given.Name} {update.Set} FROM (SELECT {Named(names, update.Given.Columns)}) AS given {update.Where}", rows, read,
            cancellationToken);

    private static string Named(IReadOnlyList<string> names, IReadOnlyList<string> columns) =>
        string.Join(", ", names.Zip(columns, (name, column) => $"{name} AS {column}"));

    private static Task RunAsync<T>(
        DbTransaction transaction, BulkTable<T> table, Func<IReadOnlyList<string>, string> statement, IReadOnlyCollection<T> rows,
        Action<DbDataReader>? read, CancellationToken cancellationToken)
    {
        var connection = ((SqliteTransaction)transaction).Connection
            ?? throw new InvalidOperationException("The transaction has ended; write inside Database.WriteAsync.");
        var names = Enumerable.Range(1, table.Columns.Count).Select(i => $"?{i}").ToList();
        if (read is not null)
        {
            return ReadAsync(connection, (SqliteTransaction)transaction, table, statement(names), rows, read, cancellationToken);
        }
        using var sink = new StatementSink(connection, statement(names));
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            table.Write(row, sink);
            sink.Run();
        }
        return Task.CompletedTask;
    }

    private static async Task ReadAsync<T>(
        SqliteConnection connection, SqliteTransaction transaction, BulkTable<T> table, string statement, IReadOnlyCollection<T> rows,
        Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the house's own tables and columns.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = transaction;
        var sink = new ParameterSink([.. Enumerable.Range(1, table.Columns.Count).Select(i => command.Parameters.Add(new SqliteParameter($"?{i}", DBNull.Value)))]);
        await command.PrepareAsync(cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Begin();
            table.Write(row, sink);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                read(reader);
            }
        }
    }
}

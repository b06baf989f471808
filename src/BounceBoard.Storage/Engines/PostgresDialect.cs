using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>PostgreSQL: many writers, one turn each.</summary>
internal sealed class PostgresDialect : Dialect
{
    public override StorageProvider Provider => StorageProvider.PostgreSql;

    internal override string ClaimRows => "FOR UPDATE SKIP LOCKED";

    internal override string Scripts => "PostgreSql";

    internal override int BulkRows => 20_000;

    // The name of the segment that is written now begins with the timeline; what the control file says of it lags behind by a checkpoint.
    internal override string Identity(bool withCluster) => $"""
        SELECT {(withCluster ? "(pg_control_system()).system_identifier || '/' || " : "")}substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
            || '/' || current_database() || '/' || CAST(CAST('retry_batch' AS REGCLASS) AS OID)
        """;

    internal override string AnyOf(string parameter) => $"= ANY({parameter})";

    // OFFSET 0 keeps the order: the list is outside.
    internal override string ForEach(string parameter, string table, string alias, string condition) =>
        $"unnest(CAST({parameter} AS TEXT[])) AS wanted (value) CROSS JOIN LATERAL (SELECT * FROM {table} {alias} WHERE {condition} OFFSET 0) AS {alias}";

    internal override object List<T>(IEnumerable<T> values) => values.ToArray();

    internal override object? Parameters(object? parameters) => parameters is null ? null : new StorableParameters(parameters);

    internal override DbConnection Connect(string connectionString) =>
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());

    internal override UpgradeEngineBuilder Migrator(string connectionString) => DeployChanges.To.PostgresqlDatabase(connectionString);

    internal override async Task TakeTurnAsync(DbTransaction transaction, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Kind == TurnKind.Open)
        {
            return;
        }
        await using var command = CommandIn(transaction);
        // A tenant's turn shares the installation's, which runs alone: what a right depends on cannot change beside a tenant's write.
        command.CommandText = turn.Kind switch
        {
            TurnKind.Installation => "SELECT pg_advisory_xact_lock(1, 0)",
            TurnKind.Tenant => "SELECT pg_advisory_xact_lock_shared(1, 0), pg_advisory_xact_lock(2, @key)",
            _ => "SELECT pg_advisory_xact_lock(3, @key)",
        };
        if (turn.Kind != TurnKind.Installation)
        {
            command.Parameters.Add(new NpgsqlParameter<int>("key", turn.Key));
        }
        // The turn before may take long; how long a caller waits is the caller's to say.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal override async Task InsertAsync<T>(
        DbTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }
        var copy = $"COPY {table.Name} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)";
        await using var importer = await ConnectionOf(transaction).BeginBinaryImportAsync(copy, cancellationToken);
        // A table of many months waits for its disk now and then.
        importer.Timeout = TimeSpan.FromMinutes(5);
        var sink = new CopySink(importer);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            table.Write(row, sink);
        }
        await importer.CompleteAsync(cancellationToken);
    }

    internal override Task UpsertAsync<T>(
        DbTransaction transaction, BulkUpsert<T> upsert, IReadOnlyCollection<T> rows, Action<DbDataReader>? read, CancellationToken cancellationToken) =>
        RunAsync(
            transaction, upsert.Table, arrays => $"{upsert.Table.InsertInto} SELECT * FROM unnest({arrays}) {upsert.OnConflict}", rows, read,
            cancellationToken);

    internal override Task UpdateAsync<T>(
        DbTransaction transaction, BulkUpdate<T> update, IReadOnlyCollection<T> rows, Action<DbDataReader>? read, CancellationToken cancellationToken)
    {
        var (name, columns) = (update.Given.Name, string.Join(", ", update.Given.Columns));
        return RunAsync(
            transaction, update.Given, arrays => $"UPDATE {name} {update.Set} FROM unnest({arrays}) AS given ({columns}) {update.Where}", rows, read,
            cancellationToken);
    }

    private async Task RunAsync<T>(
        DbTransaction transaction, BulkTable<T> table, Func<string, string> statement, IReadOnlyCollection<T> rows, Action<DbDataReader>? read,
        CancellationToken cancellationToken)
    {
        foreach (var part in rows.Chunk(BulkRows))
        {
            var sink = new ColumnSink(table.Columns.Count);
            foreach (var row in part)
            {
                sink.Begin();
                table.Write(row, sink);
            }
            await using var command = CommandIn(transaction);
#pragma warning disable CA2100 // Names of the house's own tables and columns.
            command.CommandText = statement(string.Join(", ", sink.AddTo(command.Parameters)));
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (read is not null && await reader.ReadAsync(cancellationToken))
            {
                read(reader);
            }
        }
    }

    private static NpgsqlConnection ConnectionOf(DbTransaction transaction) => ((NpgsqlTransaction)transaction).Connection
        ?? throw new InvalidOperationException("The transaction has ended; write inside Database.WriteAsync.");

    private static NpgsqlCommand CommandIn(DbTransaction transaction)
    {
        var command = ConnectionOf(transaction).CreateCommand();
        command.Transaction = (NpgsqlTransaction)transaction;
        return command;
    }
}

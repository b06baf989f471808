using System.Data.Common;
using BounceBoard.Storage.Engines;
using Dapper;

namespace BounceBoard.Storage.Database;

/// <summary>Dapper, and the engine's bulk statements, inside the one write transaction.</summary>
internal static class Statements
{
    /// <returns>Number of rows that moved.</returns>
    public static async Task<int> ExecuteAsync(
        this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Statement(sql);
        return await Connection(transaction).ExecuteAsync(Command(transaction, sql, parameters, cancellationToken));
    }

    /// <returns>The one row as this transaction sees it, or the default when there is none.</returns>
    public static async Task<T?> FindAsync<T>(
        this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Statement(sql);
        return await Connection(transaction).QuerySingleOrDefaultAsync<T>(Command(transaction, sql, parameters, cancellationToken));
    }

    /// <returns>The rows as this transaction sees them.</returns>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Statement(sql);
        return (await Connection(transaction).QueryAsync<T>(Command(transaction, sql, parameters, cancellationToken))).AsList();
    }

    /// <summary>Adds many rows by the engine's fastest way in.</summary>
    public static async Task InsertAsync<T>(
        this DbTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Bulk(table.Name, rows.Count);
        await Dialect.Of(transaction).InsertAsync(transaction, table, rows, cancellationToken);
    }

    /// <summary>Adds many rows or folds them into those that stand there; no two of them may have the same key.</summary>
    /// <param name="read">Reads a row of the statement's RETURNING; null when it has none.</param>
    public static async Task UpsertAsync<T>(
        this DbTransaction transaction, BulkUpsert<T> upsert, IReadOnlyCollection<T> rows, Action<DbDataReader>? read,
        CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Bulk(upsert.Table.Name, rows.Count);
        await Dialect.Of(transaction).UpsertAsync(transaction, upsert, rows, read, cancellationToken);
    }

    /// <summary>Changes many rows, each with values of its own; no two of them may mean the same row.</summary>
    /// <param name="read">Reads a row of the statement's RETURNING; null when it has none.</param>
    public static async Task UpdateAsync<T>(
        this DbTransaction transaction, BulkUpdate<T> update, IReadOnlyCollection<T> rows, Action<DbDataReader>? read,
        CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Bulk(update.Given.Name, rows.Count);
        await Dialect.Of(transaction).UpdateAsync(transaction, update, rows, read, cancellationToken);
    }

    private static CommandDefinition Command(DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, Dialect.Of(transaction).Parameters(parameters), transaction, cancellationToken: cancellationToken);

    private static DbConnection Connection(DbTransaction transaction) =>
        transaction.Connection ?? throw new InvalidOperationException("The transaction has ended; write inside Database.WriteAsync.");
}

using System.Data.Common;
using Dapper;

namespace BounceBoard.Storage.Database;

/// <summary>Dapper inside the one write transaction.</summary>
internal static class Statements
{
    /// <returns>Number of rows that moved.</returns>
    public static Task<int> ExecuteAsync(
        this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        Connection(transaction).ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    /// <returns>The one row as this transaction sees it, or the default when there is none.</returns>
    public static Task<T?> FindAsync<T>(
        this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        Connection(transaction).QuerySingleOrDefaultAsync<T>(
            new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    /// <returns>The rows as this transaction sees them.</returns>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        (await Connection(transaction).QueryAsync<T>(
            new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken))).AsList();

    private static DbConnection Connection(DbTransaction transaction) =>
        transaction.Connection ?? throw new InvalidOperationException("The transaction has ended; write inside Database.WriteAsync.");
}

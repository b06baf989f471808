using System.Runtime.CompilerServices;
using Dapper;

namespace BounceBoard.Storage.Database;

/// <summary>Dapper with the house's connection and a cancellation token that cannot be forgotten.</summary>
internal static class Queries
{
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this Database database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Statement(sql);
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<T>(Command(database, sql, parameters, cancellationToken))).AsList();
    }

    /// <returns>The one row, or the default when there is none.</returns>
    public static async Task<T?> FindAsync<T>(
        this Database database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Statement(sql);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(Command(database, sql, parameters, cancellationToken));
    }

    /// <summary>Row after row without holding them all: for lists that may be longer than memory.</summary>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this Database database, string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var trace = StorageTrace.Statement(sql);
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = connection.QueryUnbufferedAsync<T>(sql, database.Dialect.Parameters(parameters));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    private static CommandDefinition Command(Database database, string sql, object? parameters, CancellationToken cancellationToken) =>
        new(sql, database.Dialect.Parameters(parameters), cancellationToken: cancellationToken);
}

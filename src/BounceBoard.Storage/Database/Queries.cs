using System.Runtime.CompilerServices;
using Dapper;

namespace BounceBoard.Storage.Database;

/// <summary>Dapper with the house's connection and a cancellation token that cannot be forgotten.</summary>
internal static class Queries
{
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this Database database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
    }

    /// <returns>The one row, or the default when there is none.</returns>
    public static async Task<T?> FindAsync<T>(
        this Database database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    /// <summary>Row after row without holding them all: for lists that may be longer than memory.</summary>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this Database database, string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(sql, parameters).WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }
}

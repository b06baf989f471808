using Npgsql;

namespace BounceBoard.TestKit.Postgres;

/// <summary>A database of one test.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private readonly Action _drop;

    internal PostgresDatabase(string connectionString, Action drop) => (ConnectionString, _drop) = (connectionString, drop);

    public string ConnectionString { get; }

    public void Dispose()
    {
        ClearPools(ConnectionString);
        _drop();
    }

    /// <summary>Closes idle connections that were opened by connection string.</summary>
    internal static void ClearPools(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}

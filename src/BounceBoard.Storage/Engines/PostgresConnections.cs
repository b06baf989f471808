using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>Connections to a database on a PostgreSQL server.</summary>
internal sealed class PostgresConnections : IConnections
{
    private readonly NpgsqlDataSource _source;

    public PostgresConnections(string connectionString)
    {
        var options = new NpgsqlConnectionStringBuilder(connectionString);
        options.ApplicationName ??= "BounceBoard";
        // Statements come back again and again with other values.
        options.MaxAutoPrepare = options.MaxAutoPrepare == 0 ? 100 : options.MaxAutoPrepare;
        // A server that went away without a word is noticed.
        options.KeepAlive = options.KeepAlive == 0 ? 30 : options.KeepAlive;
        ConnectionString = options.ToString();
        Name = string.Create(CultureInfo.InvariantCulture, $"{options.Database} on {options.Host}:{options.Port}");
        _source = NpgsqlDataSource.Create(options);
    }

    public string Name { get; }

    public string ConnectionString { get; }

    // Each statement sees what the turn before has committed; the turn keeps others out.
    public IsolationLevel Isolation => IsolationLevel.ReadCommitted;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public void Dispose() => _source.Dispose();
}

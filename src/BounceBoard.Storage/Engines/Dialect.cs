using System.Data.Common;
using DbUp.Builder;
using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>What SQLite and PostgreSQL do not say alike; everything else is written once.</summary>
public abstract class Dialect
{
    internal static Dialect Sqlite { get; } = new SqliteDialect();

    internal static Dialect PostgreSql { get; } = new PostgresDialect();

    public abstract StorageProvider Provider { get; }

    /// <summary>Ends a subquery that picks due rows: rows that another node is taking right now are passed over, not waited for.</summary>
    internal abstract string ClaimRows { get; }

    /// <summary>Folder of the numbered scripts.</summary>
    internal abstract string Scripts { get; }

    /// <summary>Most rows that one bulk statement should carry.</summary>
    internal abstract int BulkRows { get; }

    internal static Dialect Of(DbTransaction transaction) => transaction is NpgsqlTransaction ? PostgreSql : Sqlite;

    internal static Dialect Of(DbConnection connection) => connection is NpgsqlConnection ? PostgreSql : Sqlite;

    /// <summary>Statement that tells what no copy of a database shares with it.</summary>
    /// <param name="withCluster">The cluster too; not every role may ask for it.</param>
    /// <exception cref="InvalidOperationException">The engine cannot tell: a file beside the database does.</exception>
    internal abstract string Identity(bool withCluster);

    /// <summary>Condition after a column: is one of the list's values. The parameter's value comes from <see cref="List{T}"/>.</summary>
    internal abstract string AnyOf(string parameter);

    /// <summary>
    /// FROM clause that looks rows up by each text of a list, which the condition calls <c>wanted.value</c>, by the index that fits it best; with
    /// <see cref="AnyOf"/> beside a range of ids, a table without fresh statistics is read from that id on.
    /// </summary>
    /// <param name="condition">What the rows of the table fulfil; it begins with the tenant.</param>
    internal abstract string ForEach(string parameter, string table, string alias, string condition);

    /// <summary>A list of any length as one parameter.</summary>
    internal abstract object List<T>(IEnumerable<T> values);

    /// <summary>Parameters as the engine can take them.</summary>
    internal abstract object? Parameters(object? parameters);

    /// <summary>A connection that is not of the pool, not open yet.</summary>
    internal abstract DbConnection Connect(string connectionString);

    internal abstract UpgradeEngineBuilder Migrator(string connectionString);

    internal abstract Task TakeTurnAsync(DbTransaction transaction, Turn turn, CancellationToken cancellationToken);

    /// <summary>Adds the rows by the fastest way in: prepared statements or COPY.</summary>
    internal abstract Task InsertAsync<T>(DbTransaction transaction, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Adds the rows or folds them into those that stand there: <c>INSERT … ON CONFLICT</c>, followed by <see cref="BulkUpsert{T}.OnConflict"/>.
    /// No two rows may have the same key.
    /// </summary>
    /// <param name="read">Reads one row of the statement's RETURNING, if it has one.</param>
    internal abstract Task UpsertAsync<T>(
        DbTransaction transaction, BulkUpsert<T> upsert, IReadOnlyCollection<T> rows, Action<DbDataReader>? read, CancellationToken cancellationToken);

    /// <summary>
    /// Changes many rows at once. The table's columns are those of the given rows, which the update calls <c>given</c>; no two of them may mean the
    /// same row.
    /// </summary>
    internal abstract Task UpdateAsync<T>(
        DbTransaction transaction, BulkUpdate<T> update, IReadOnlyCollection<T> rows, Action<DbDataReader>? read, CancellationToken cancellationToken);
}

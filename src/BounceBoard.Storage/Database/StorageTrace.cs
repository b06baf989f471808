using System.Diagnostics;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Database;

/// <summary>
/// What the storage does, for whoever listens (<see cref="ActivitySource"/> <c>BounceBoard.Storage</c>): transactions, their commits and statements with the time
/// they take. Statements are told without the values of their parameters, which may be mail.
/// </summary>
internal static class StorageTrace
{
    public const string Name = "BounceBoard.Storage";

    private static readonly ActivitySource Source = new(Name);

    /// <returns>Null while nobody listens, which costs nothing.</returns>
    public static Activity? Transaction(Turn turn) => Source.StartActivity("transaction")?.SetTag("turn", turn.Kind);

    /// <inheritdoc cref="Transaction"/>
    public static Activity? Commit() => Source.StartActivity("commit");

    /// <inheritdoc cref="Transaction"/>
    public static Activity? Statement(string sql) => Source.StartActivity("statement")?.SetTag("db.query.text", sql);

    /// <inheritdoc cref="Transaction"/>
    public static Activity? Bulk(string table, int rows) => Source.StartActivity("bulk")?.SetTag("db.collection.name", table).SetTag("rows", rows);
}

using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.TestKit.Storage;

/// <summary>Does to a database what no code of the house would, in the words of its engine.</summary>
public static class Sabotage
{
    /// <summary>Runs a statement that both engines understand.</summary>
    public static async Task RunAsync(this Database database, string sql)
    {
        await using var connection = await database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>From now on rows like that are refused, as a fault of the data.</summary>
    /// <param name="condition">Over <c>NEW</c>.</param>
    public static Task RefuseRowsAsync(this Database database, string table, string condition) => database.RunAsync(
        database.Dialect.Provider == StorageProvider.Sqlite
            ? $"CREATE TRIGGER sabotage BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'sabotage'); END"
            : $"""
               CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS
                   'BEGIN RAISE EXCEPTION USING ERRCODE = ''check_violation'', MESSAGE = ''sabotage''; END';
               CREATE TRIGGER sabotage BEFORE INSERT ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION sabotage()
               """);

    /// <summary>Takes away what keeps the audit log append-only.</summary>
    public static Task UnlockAuditAsync(this Database database) => database.RunAsync(
        database.Dialect.Provider == StorageProvider.Sqlite
            ? "DROP TRIGGER audit_is_never_updated; DROP TRIGGER audit_is_never_deleted"
            : "DROP TRIGGER audit_is_never_changed ON audit");
}

using System.Data.Common;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Transfers;

/// <summary>
/// The target's own record of a move: each batch of rows and the note of how far it went are one transaction, so that a move that was killed
/// goes on where it was.
/// </summary>
internal sealed class MoveBook(Database.Database target)
{
    /// <summary>Begins the record, or finds the one that was begun.</summary>
    /// <returns>False when the target holds rows and no record of a move.</returns>
    public Task<bool> TryBeginAsync(CancellationToken cancellationToken) =>
        target.WriteAsync(
            Turn.Installation,
            async transaction =>
            {
                if (await IsBegunAsync(transaction, cancellationToken))
                {
                    return true;
                }
                foreach (var table in MovedTable.All)
                {
                    if (await transaction.FindAsync<bool>(MoveStatements.Any(table), new { }, cancellationToken))
                    {
                        return false;
                    }
                }
                await BeginAsync(transaction, cancellationToken);
                return true;
            },
            cancellationToken);

    public async Task<IReadOnlyDictionary<string, MoveState>> ReadAsync(CancellationToken cancellationToken)
    {
        var states = await target.ListAsync<MoveState>(
            """SELECT table_name AS name, last_key, rows_copied AS rows, is_copied, checksum FROM copy_progress""", null, cancellationToken);
        return states.ToDictionary(state => state.Name);
    }

    /// <summary>Notes a batch in its transaction.</summary>
    /// <param name="before">Rows that were noted before it: another move into the same database is noticed here.</param>
    public static async Task NoteBatchAsync(
        string table, long before, int rows, string lastKey, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE copy_progress SET rows_copied = @after, last_key = @lastKey
            WHERE table_name = @table AND rows_copied = @before AND NOT is_copied
            """;
        if (await transaction.ExecuteAsync(sql, new { table, before, after = before + rows, lastKey }, cancellationToken) == 0)
        {
            throw new InvalidOperationException($"Another process copies into the same database: table {table} went on without this one. Let one of them end.");
        }
    }

    public Task NoteCopiedAsync(string table, CancellationToken cancellationToken) =>
        target.WriteAsync(
            Turn.Open,
            transaction => transaction.ExecuteAsync(
                """UPDATE copy_progress SET is_copied = TRUE WHERE table_name = @table""", new { table }, cancellationToken),
            cancellationToken);

    /// <summary>Notes for all tables at once that both sides are equal: from here on the database may be used.</summary>
    public Task NoteVerifiedAsync(IReadOnlyDictionary<string, MovedRows> found, CancellationToken cancellationToken) =>
        target.WriteAsync(
            Turn.Open,
            async transaction =>
            {
                foreach (var (table, rows) in found)
                {
                    await transaction.ExecuteAsync(
                        """UPDATE copy_progress SET checksum = @Checksum WHERE table_name = @table""", new { table, rows.Checksum }, cancellationToken);
                }
            },
            cancellationToken);

    private static async Task<bool> IsBegunAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.FindAsync<bool>("""SELECT to_regclass('copy_progress') IS NOT NULL""", new { }, cancellationToken);

    private static async Task BeginAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string create = """
            CREATE TABLE copy_progress (
                table_name  TEXT    NOT NULL PRIMARY KEY,
                last_key    TEXT,
                rows_copied BIGINT  NOT NULL,
                is_copied   BOOLEAN NOT NULL,
                checksum    TEXT
            )
            """;
        await transaction.ExecuteAsync(create, new { }, cancellationToken);
        foreach (var table in MovedTable.All)
        {
            await transaction.ExecuteAsync(
                """INSERT INTO copy_progress (table_name, rows_copied, is_copied) VALUES (@Name, 0, FALSE)""", new { table.Name }, cancellationToken);
        }
    }
}

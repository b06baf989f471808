using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Transfers;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Backups;

/// <summary>
/// Moves this installation from its SQLite file into an empty PostgreSQL database. It may be stopped and started again at any moment; it is done
/// when both sides were read and found equal.
/// </summary>
public sealed class PostgresMove(IOptions<StorageOptions> storage, IOptions<EngineOptions> engine)
{
    private const string StartOver = "Drop the database, make it anew and copy again.";

    /// <param name="connectionString">Of the target; null for the configured one. It is never shown.</param>
    public async Task<OperationResult<MoveReport>> RunAsync(
        string? connectionString, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        var to = connectionString ?? engine.Value.ConnectionString;
        if (Problem(to) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        await using var source = await MoveSource.OpenAsync(storage.Value, cancellationToken);
        if (source is null)
        {
            return new OperationResult.Refused($"{storage.Value.DatabaseFile} is open in another process. Stop the host first: what it writes now would be missing.");
        }
        if (await source.SchemaProblemAsync(cancellationToken) is { } schema)
        {
            return new OperationResult.Refused($"{storage.Value.DatabaseFile} is not of this version: {schema}.");
        }
        using var target = MoveTarget.Open(to);
        if (!await target.TryBeginAsync(cancellationToken))
        {
            return new OperationResult.Refused($"The database {target.Name} holds data that no copy has begun. Name an empty database; no host may have started on it.");
        }
        return await target.VerifiedAsync(cancellationToken) is { } before
            ? await AgainAsync(source, target, before, progress, cancellationToken)
            : await MoveAsync(source, target, progress, cancellationToken);
    }

    private string? Problem(string to) =>
        engine.Value.Provider == StorageProvider.PostgreSql
            ? "Storage:Provider is PostgreSql already. Set it to Sqlite for this command: it reads the SQLite file."
        : string.IsNullOrWhiteSpace(to)
            ? "Name the PostgreSQL database with Storage__ConnectionString in the environment, or with --to."
        : MoveTarget.Problem(to) is { } fault ? $"The connection string does not do: {fault}"
        : File.Exists(storage.Value.DatabaseFile) ? null
        : $"There is no database in {storage.Value.DataDirectory}. Name its folder with --data-directory.";

    private static async Task<OperationResult<MoveReport>> MoveAsync(
        MoveSource source, MoveTarget target, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        await target.CopyAsync(source, new Copied(progress), cancellationToken);
        var found = new Dictionary<string, MovedRows>();
        foreach (var table in MovedTable.All)
        {
            progress.Report(new MoveProgress(MovePhase.Compare, table.Name, 0));
            var (there, here) = await target.CompareAsync(source, table, cancellationToken);
            if ((there.Rows, there.Checksum) != (here.Rows, here.Checksum))
            {
                return new OperationResult.Refused(
                    $"Table {table.Name} is not equal on both sides: {there.Rows} rows, checksum {there.Checksum[..16]} in the file, {here.Rows} rows, " +
                    $"checksum {here.Checksum[..16]} in {target.Name}. One of them was written to while it was copied. Stop the host first. {StartOver}");
            }
            found.Add(table.Name, there);
        }
        await target.FinishAsync(found, cancellationToken);
        return Report(found, wasDone: false);
    }

    // Killed after the last step, or run by mistake: nothing is copied, and what was written to the file since is not passed over.
    private static async Task<OperationResult<MoveReport>> AgainAsync(
        MoveSource source, MoveTarget target, IReadOnlyDictionary<string, string> before, IProgress<MoveProgress> progress,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, MovedRows>();
        foreach (var table in MovedTable.All)
        {
            progress.Report(new MoveProgress(MovePhase.Compare, table.Name, 0));
            var rows = await target.SumAsync(source, table, cancellationToken);
            if (rows.Checksum != before[table.Name])
            {
                return new OperationResult.Refused(
                    $"This file was copied into {target.Name} before, and table {table.Name} was written to since. What is new was not copied. {StartOver}");
            }
            found.Add(table.Name, rows);
        }
        return Report(found, wasDone: true);
    }

    private static MoveReport Report(Dictionary<string, MovedRows> found, bool wasDone) =>
        new([.. MovedTable.All.Select(table => Line(table.Name, found[table.Name]))], wasDone);

    private static MovedTableReport Line(string table, MovedRows rows) => new(table, rows.Rows, rows.Checksum, rows.Repaired);

    private sealed class Copied(IProgress<MoveProgress> progress) : IProgress<(string Table, long Rows)>
    {
        public void Report((string Table, long Rows) value) => progress.Report(new MoveProgress(MovePhase.Copy, value.Table, value.Rows));
    }
}

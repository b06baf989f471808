using System.Diagnostics;
using BounceBoard.Storage.Database;
using Microsoft.Data.Sqlite;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary><c>sqlite3</c> and its <c>.import</c>, with the journal of the house.</summary>
internal sealed class SqliteLoader(string folder) : IBulkLoader
{
    public Task DumpAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        RunAsync(database, [".mode csv", .. tables.SelectMany(table => new[] { $".once {File(table)}", Select(table) })], cancellationToken);

    public Task LoadAsync(Database database, IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        RunAsync(
            database,
            ["PRAGMA synchronous = FULL;", "PRAGMA foreign_keys = ON;", "BEGIN;", .. tables.Select(table => $".import --csv {File(table)} {table}"), "COMMIT;"],
            cancellationToken);

    // A log is text, which .import can read back; a blob it cannot.
    private static string Select(string table) =>
        table == "evidence_content" ? "SELECT tenant_id, evidence_id, CAST(content AS TEXT) FROM evidence_content;" : $"SELECT * FROM {table};";

    private static async Task RunAsync(Database database, IEnumerable<string> script, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        using var process = Process.Start(new ProcessStartInfo("sqlite3", ["-bail", file]) { RedirectStandardInput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("sqlite3 did not start.");
        await process.StandardInput.WriteAsync(string.Join('\n', script).AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        // It says on the error stream, with exit code 0, which lines it could not import.
        if (process.ExitCode != 0 || errors.Length > 0)
        {
            throw new InvalidOperationException(errors);
        }
    }

    private string File(string table) => Path.Combine(folder, $"{table}.csv");
}

using System.Diagnostics;
using BounceBoard.Operations;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Transfers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Bulk;

/// <summary>
/// What the engine's own loader takes for the rows that an import left behind: from CSV into tables, indexes and foreign keys of the same kind, in one transaction.
/// </summary>
internal sealed record BulkLimit(long Rows, double Seconds)
{
    private static readonly string[] Filled =
    [
        "tenant", "source", "evidence", "evidence_content", "intake", "intake_count", "incident", "incident_hour", "incident_domain", "incident_person", "refusal", "refusal_evidence", "delivery_hour",
        "tenant_hour", "verdict",
    ];

    public static async Task<BulkLimit> MeasureAsync(
        StorageProvider engine, IReadOnlyDictionary<string, string?> filled, IReadOnlyDictionary<string, string?> empty, CancellationToken cancellationToken)
    {
        var tables = MovedTable.All.Select(table => table.Name).Intersect(Filled).ToList();
        var folder = Directory.CreateTempSubdirectory("bounceboard-benchmark-");
        try
        {
            await using var from = Services(filled);
            await using var to = Services(empty);
            IBulkLoader loader = engine == StorageProvider.Sqlite ? new SqliteLoader(folder.FullName) : new PostgresLoader(folder.FullName);
            var (source, target) = (from.GetRequiredService<Database>(), to.GetRequiredService<Database>());
            await loader.DumpAsync(source, tables, cancellationToken);
            var clock = Stopwatch.StartNew();
            await loader.LoadAsync(target, tables, cancellationToken);
            var seconds = clock.Elapsed.TotalSeconds;
            return new BulkLimit(await EqualAsync(source, target, tables, cancellationToken), seconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A limit that lost rows would be none.
    private static async Task<long> EqualAsync(Database source, Database target, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var rows = 0L;
        foreach (var table in tables)
        {
            var (there, here) = (await CountAsync(source, table, cancellationToken), await CountAsync(target, table, cancellationToken));
            rows += there == here ? there : throw new InvalidOperationException($"{table}: {there} rows were dumped, {here} loaded.");
        }
        return rows;
    }

    private static async Task<long> CountAsync(Database database, string table, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A table of the house.
        command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken) ?? 0L);
    }

    private static ServiceProvider Services(IReadOnlyDictionary<string, string?> settings) =>
        new ServiceCollection().AddOperations(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}

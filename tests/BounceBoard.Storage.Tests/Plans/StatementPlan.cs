using System.Data.Common;
using System.Text.RegularExpressions;
using BounceBoard.Storage.Engines;
using Npgsql;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>How the engine at hand would run a statement.</summary>
internal static partial class StatementPlan
{
    public static async Task<IReadOnlyList<string>> OfAsync(Database.Database database, string sql)
    {
        await using var pooled = await database.OpenAsync(default);
        if (database.Dialect.Provider == StorageProvider.Sqlite)
        {
            return await OfSqliteAsync(pooled, sql);
        }
        // A session of its own: what is set and prepared here is nothing for others.
        await using var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(pooled.ConnectionString) { Pooling = false, MaxAutoPrepare = 0 }.ConnectionString);
        await own.OpenAsync();
        return await OfPostgresAsync(own, sql);
    }

    private static async Task<IReadOnlyList<string>> OfSqliteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameter.Matches(sql).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return await ReadAsync(command, column: 3);
    }

    // Prepared, so that the server itself says what each parameter is; any value does, as the plan is one for all values.
    private static async Task<IReadOnlyList<string>> OfPostgresAsync(DbConnection connection, string sql)
    {
        var names = Parameter.Matches(sql).Select(match => match.Value).Distinct().ToList();
        var numbered = Parameter.Replace(sql, match => $"${names.IndexOf(match.Value) + 1}");
        await RunAsync(connection, "SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan");
        await RunAsync(connection, $"PREPARE asked AS {numbered}");
        await using var types = connection.CreateCommand();
        types.CommandText = "SELECT unnest(parameter_types)::text FROM pg_prepared_statements WHERE name = 'asked'";
        var values = (await ReadAsync(types, column: 0)).Select(type => type.EndsWith("[]", StringComparison.Ordinal) ? "'{1}'" : "'1'").ToList();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN EXECUTE asked{(values.Count == 0 ? "" : $" ({string.Join(", ", values)})")}";
        return await ReadAsync(command, column: 0);
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DbCommand command, int column)
    {
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(column));
        }
        return lines;
    }

    [GeneratedRegex(@"(?<![@:\w])@\w+")]
    private static partial Regex Parameter { get; }
}

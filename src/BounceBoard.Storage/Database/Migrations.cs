using System.Reflection;
using BounceBoard.Storage.Engines;
using DbUp.Engine;

namespace BounceBoard.Storage.Database;

/// <summary>Brings the schema to the version of this binary, or refuses to go on.</summary>
public static class Migrations
{
    /// <summary>Runs the numbered scripts that the database has not seen, each in its transaction.</summary>
    /// <exception cref="InvalidOperationException">A script failed, or the database was made by a newer version.</exception>
    public static void Run(Database database)
    {
        // Nodes that start together take turns: the second finds everything done.
        using var turn = MigrationTurn.Take(database);
        var scripts = Scripts(database.Dialect);
        var upgrader = database.Dialect.Migrator(database.ConnectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), scripts.Contains)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
        RefuseNewerSchema(upgrader, database);
        var result = upgrader.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException(
                $"The database {database.Name} could not be brought to this version: script {result.ErrorScript?.Name} failed with " +
                $"'{result.Error.Message}'. Nothing of that script was kept. Restore the last backup or report the text.", result.Error);
        }
    }

    /// <summary>Names of the scripts that an engine's database of this version has seen.</summary>
    internal static IReadOnlyList<string> Scripts(Dialect dialect) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.Contains($".Migrations.{dialect.Scripts}.", StringComparison.Ordinal))];

    /// <summary>Runs what other nodes must not do at the same time.</summary>
    public static void InTurn(Database database, Action work)
    {
        using var turn = MigrationTurn.Take(database);
        work();
    }

    private static void RefuseNewerSchema(UpgradeEngine upgrader, Database database)
    {
        var known = upgrader.GetDiscoveredScripts().Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = upgrader.GetExecutedScripts().FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
        {
            throw new InvalidOperationException(
                $"The database {database.Name} was made by a newer version of BounceBoard (it holds {unknown}). " +
                "Start that version, or restore a backup from before the update.");
        }
    }
}

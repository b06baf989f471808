namespace BounceBoard.TestKit.Postgres;

/// <summary>The server that all tests of a run share, each with a database of its own; started for this process when nobody started one for the run.</summary>
public static class SharedPostgres
{
    /// <summary>Connection string to the database <c>postgres</c> of the run's server.</summary>
    public const string Variable = "BOUNCEBOARD_TEST_POSTGRES";

    private static readonly Lazy<SharedCluster> Cluster = new(SharedCluster.Open);

    /// <summary>Why there is none here, or null: the reason for a skipped test.</summary>
    public static string? Missing => Given is null ? PostgresPrograms.Missing : null;

    internal static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>A fresh database with the schema of this binary, gone when it is disposed.</summary>
    public static PostgresDatabase CreateDatabase()
    {
        if (Missing is { } missing)
        {
            throw new PostgresMissingException(missing);
        }
        return Cluster.Value.CreateDatabase();
    }

    /// <inheritdoc cref="CreateDatabase"/>
    public static Task<PostgresDatabase> CreateDatabaseAsync(CancellationToken cancellationToken) => Task.Run(CreateDatabase, cancellationToken);
}

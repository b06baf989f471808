using System.Globalization;

namespace BounceBoard.TestKit.Postgres;

/// <summary>A dump of one database as its owner makes it (<c>pg_dump -Fc</c>), and ways to put it back (<c>pg_restore</c>); gone after the test.</summary>
public sealed class PostgresDump : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-dump-");

    private PostgresDump()
    {
    }

    private string File => Path.Combine(_folder.FullName, "house.dump");

    /// <exception cref="InvalidOperationException">pg_dump failed; its words are in the text.</exception>
    public static async Task<PostgresDump> OfAsync(PostgresServer server, string database, CancellationToken cancellationToken)
    {
        var dump = new PostgresDump();
        await PostgresPrograms.GiveAsync(dump._folder.FullName, cancellationToken);
        await dump.RunAsync("pg_dump", [.. To(server), "-Fc", "-f", dump.File, database], cancellationToken);
        return dump;
    }

    /// <summary>Into a new database of this name.</summary>
    public async Task RestoreAsNewAsync(PostgresServer server, string database, CancellationToken cancellationToken)
    {
        await RunAsync("createdb", [.. To(server), database], cancellationToken);
        await RunAsync("pg_restore", [.. To(server), "--exit-on-error", "-d", database, File], cancellationToken);
    }

    /// <summary>In the place of the database of this name. <c>pg_restore --clean</c> would not do: it cannot take partitioned tables apart.</summary>
    public async Task RestoreOverAsync(PostgresServer server, string database, CancellationToken cancellationToken)
    {
        await RunAsync("dropdb", [.. To(server), "--force", database], cancellationToken);
        await RestoreAsNewAsync(server, database, cancellationToken);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        PostgresPrograms.RunAsync(PostgresPrograms.Start(program, _folder.FullName, arguments), cancellationToken);

    private static string[] To(PostgresServer server) =>
        ["-h", "127.0.0.1", "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres"];
}

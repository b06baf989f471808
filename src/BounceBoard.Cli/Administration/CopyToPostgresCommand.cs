using System.CommandLine;
using BounceBoard.Operations.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin copy-to-postgres</c>: moves a SQLite installation to a database server.</summary>
internal static class CopyToPostgresCommand
{
    private const string What =
        "Copies an installation from its SQLite file into an empty PostgreSQL database and compares both sides, row counts and checksums. " +
        "Stop the host first. When it is interrupted, run it again: it goes on where it was. The SQLite file stays as it is.";

    public static Command Create()
    {
        var to = new Option<string?>("--to")
        {
            Description = "Npgsql's connection string of the target. Better in the environment as Storage__ConnectionString: "
                + "a command line with a password can be seen by others on the machine.",
        };
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON object." };
        var command = new Command("copy-to-postgres", What) { to, json };
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: true, async services =>
        {
            var console = parsed.InvocationConfiguration;
            var moved = await services.GetRequiredService<PostgresMove>().RunAsync(parsed.GetValue(to), new MoveLines(console.Error), cancellationToken);
            if (!moved.TryGet(out var report))
            {
                await console.Error.WriteLineAsync(moved.Problem);
                return 1;
            }
            await console.Output.WriteAsync(parsed.GetValue(json) ? MoveText.Json(report) : MoveText.Table(report));
            await console.Error.WriteLineAsync(MoveText.Next(report));
            return 0;
        }));
        return command;
    }
}

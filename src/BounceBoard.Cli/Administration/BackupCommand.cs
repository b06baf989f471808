using System.CommandLine;
using BounceBoard.Operations.Backups;
using BounceBoard.Operations.Users;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin backup</c>: database and keys into a new folder, while the dashboard runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A folder that does not exist yet. To restore, make it the data directory." };
        var command = new Command("backup", "Copies database and keys into a new folder and checks the copy; the dashboard may run meanwhile.") { path };
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: false, async services =>
        {
            var console = parsed.InvocationConfiguration;
            var made = await services.GetRequiredService<Backup>().ToAsync(Actor.Cli, parsed.GetRequiredValue(path), cancellationToken);
            if (made.TryGet(out var folder))
            {
                await console.Output.WriteLineAsync(folder);
                return 0;
            }
            await console.Error.WriteLineAsync(made.Problem);
            return 1;
        }));
        return command;
    }
}

using System.CommandLine;
using BounceBoard.Operations.Users;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin reset-password</c>: a one-time link for someone who cannot get in.</summary>
internal static class ResetPasswordCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "Mail address the person signs in with.", Required = true };
        var command = new Command("reset-password", "Prints a one-time link to set a new password; earlier links stop working.") { email };
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: false, async services =>
        {
            var console = parsed.InvocationConfiguration;
            var users = services.GetRequiredService<InstallationUsers>();
            if (await users.FindAsync(parsed.GetRequiredValue(email), cancellationToken) is not { } userId)
            {
                await console.Error.WriteLineAsync($"There is no account for {parsed.GetRequiredValue(email)}.");
                return 1;
            }
            var issued = await users.IssueLinkAsync(Actor.Cli, userId, cancellationToken);
            if (issued.TryGet(out var token))
            {
                return await OneTimeLinkText.PrintAsync(console, token);
            }
            await console.Error.WriteLineAsync(issued.Problem);
            return 1;
        }));
        return command;
    }
}

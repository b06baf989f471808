using System.CommandLine;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin owner</c>: adds an owner of the installation.</summary>
internal static class OwnerCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "Mail address to sign in with.", Required = true };
        var name = new Option<string>("--name") { Description = "Name as others see it.", Required = true };
        var passwordStdin = new Option<bool>("--password-stdin")
        {
            Description = "Read the password from the first line of standard input instead of printing a one-time link.",
        };
        var command = new Command("owner", "Adds an owner of the installation and prints a one-time link to set the password.") { email, name, passwordStdin };
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: true, async services =>
        {
            var (address, displayName) = (parsed.GetRequiredValue(email), parsed.GetRequiredValue(name));
            if (!parsed.GetValue(passwordStdin))
            {
                return await AddAsync(services, parsed.InvocationConfiguration, address, displayName, null, cancellationToken);
            }
            var password = await Console.In.ReadLineAsync(cancellationToken) ?? "";
            return await AddAsync(services, parsed.InvocationConfiguration, address, displayName, password, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> AddAsync(
        IServiceProvider services, InvocationConfiguration console, string email, string name, string? password, CancellationToken cancellationToken)
    {
        // Before the account is made: a password that will not do must not leave an account without one.
        if (password is not null && PasswordRules.Problem(password, email) is { } weak)
        {
            await console.Error.WriteLineAsync(weak);
            return 1;
        }
        var added = await services.GetRequiredService<InstallationUsers>()
            .AddAsync(Actor.Cli, email, name, InstallationRole.Owner, joinsNewTenants: false, cancellationToken);
        if (!added.TryGet(out var invitation) || invitation.Token is not { } token)
        {
            await console.Error.WriteLineAsync(added.Problem);
            return 1;
        }
        if (password is null)
        {
            return await OneTimeLinkText.PrintAsync(console, token);
        }
        var set = await services.GetRequiredService<OneTimeLinks>().RedeemAsync(token, password, cancellationToken);
        await console.Error.WriteLineAsync(set.Problem ?? $"{email} is an owner and can sign in.");
        return set.Problem is null ? 0 : 1;
    }
}

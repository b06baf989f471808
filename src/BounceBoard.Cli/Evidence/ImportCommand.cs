using System.CommandLine;
using BounceBoard.Cli.Administration;
using BounceBoard.Operations.Sources;

namespace BounceBoard.Cli.Evidence;

/// <summary><c>bounceboard import</c>: files and folders into a tenant, by the same way as the dashboard's upload.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var tenant = new Option<string>("--tenant") { Description = "Slug of the tenant.", Required = true };
        var source = new Option<string>("--source")
        {
            Description = "Name of the tenant's source that the evidence is booked on.",
            DefaultValueFactory = _ => DefaultSources.Cli,
        };
        var paths = new Argument<string[]>("path")
        {
            Description = "Bounce mails, mbox files, logs, archives, or folders with all below them; - reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("import", "Stores bounces and logs and parses them; what was imported before counts as duplicate.")
        {
            Installation.DataDirectory, tenant, source, paths,
        };
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: false, services =>
        {
            var run = new ImportRun(services, parsed.InvocationConfiguration);
            return run.RunAsync(
                parsed.GetRequiredValue(tenant), parsed.GetValue(source) ?? DefaultSources.Cli, parsed.GetValue(paths) ?? [], cancellationToken);
        }));
        return command;
    }
}

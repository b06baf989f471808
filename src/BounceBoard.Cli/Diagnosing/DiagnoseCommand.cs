using System.CommandLine;

namespace BounceBoard.Cli.Diagnosing;

/// <summary><c>bounceboard diagnose</c>: reads bounces, asks DNS, says whose server refused, why, and what to do. Needs no database.</summary>
internal static class DiagnoseCommand
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Files or folders (with all below them); - reads standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Resolvers = new("--resolver")
    {
        Description = "IP[:PORT] of a resolver to ask; may be repeated. Without it: the configured ones (section Dns), the system's, and the domain's own servers.",
    };

    private static readonly Option<string[]> Routes = new("--routes")
    {
        Description = "A Postfix transport(5) table, an Exim manualroute list, or a file with one smarthost; the kind is recognised. May be repeated.",
    };

    private static readonly Option<string[]> OwnNetworks = new("--own-network")
    {
        Description = "CIDR of a network of our own, for example 192.0.2.0/24; may be repeated.",
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "Judge as of this time (ISO 8601), not of now; DNS is asked now all the same.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "JSON Lines: one object for each refusal." };

    public static Command Create()
    {
        var command = new Command(
            "diagnose", "Compares the server that refused with the recipient's MX and says cause, verdict and fix. Exit 0: done; 1: something was refused; 2: wrong usage.")
        {
            Paths, Resolvers, Routes, OwnNetworks, At, Json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new DiagnoseRequest(
                parsed.GetValue(Paths) ?? [], parsed.GetValue(Resolvers) ?? [], parsed.GetValue(Routes) ?? [], parsed.GetValue(OwnNetworks) ?? [],
                parsed.GetValue(At), parsed.GetValue(Json));
            return await DiagnoseRun.RunAsync(request, cancellationToken);
        });
        return command;
    }
}

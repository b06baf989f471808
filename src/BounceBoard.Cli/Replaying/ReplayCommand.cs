using System.CommandLine;

namespace BounceBoard.Cli.Replaying;

/// <summary><c>bounceboard replay</c>: a day of mail in, what the house would have said at the times asked out. Needs no database and no network.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string[]> Paths = new("scenario")
    {
        Description = "Scenario files (JSON) or folders with them; - reads one scenario from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command(
            "replay", "Runs scenarios (DNS, routes, deliveries, refusals, retries) through the rules and prints the verdicts as one JSON array. Exit 0: done; 1: a scenario was refused; 2: wrong usage.")
        {
            Paths,
        };
        command.SetAction((parsed, cancellationToken) => ReplayRun.RunAsync(parsed.GetValue(Paths) ?? [], cancellationToken));
        return command;
    }
}

using System.CommandLine;

namespace BounceBoard.Cli.Domains;

/// <summary><c>bounceboard dkim</c>: whether the signatures of mails hold, and why one does not. Needs no database.</summary>
internal static class DkimCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Mails as received, whole; folders with all below them; - reads standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Resolvers = new("--resolver")
    {
        Description = "IP[:PORT] of a resolver to ask for the keys; may be repeated: the results of the others are shown beside the first one's. Without it: the first configured one (section Dns).",
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "Judge expiry (x=) as of this time (ISO 8601), not of now; DNS is asked now all the same.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per mail, a line each." };

    public static Command Create()
    {
        var command = new Command("dkim", "Verifies the DKIM signatures of mails (RFC 6376) and says why one fails. Exit 0: done, whatever the result; 1: a file cannot be read; 2: wrong usage.")
        {
            Files, Resolvers, At, Json,
        };
        command.SetAction(async (parsed, cancellationToken) => await DkimRun.RunAsync(
            new DkimRequest(parsed.GetValue(Files) ?? [], parsed.GetValue(Resolvers) ?? [], parsed.GetValue(At), parsed.GetValue(Json)), cancellationToken));
        return command;
    }
}

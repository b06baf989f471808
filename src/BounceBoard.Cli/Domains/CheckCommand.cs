using System.CommandLine;

namespace BounceBoard.Cli.Domains;

/// <summary><c>bounceboard check</c>: the health of domains as the dashboard shows it. Needs no database.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Domains = new("DOMAIN") { Description = "Domains to look at.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string[]> Selectors = new("--selector")
    {
        Description = "DKIM selector that signs for them; may be repeated. Common ones are tried besides.",
    };

    private static readonly Option<string[]> Resolvers = new("--resolver")
    {
        Description = "IP[:PORT] of a resolver to ask; may be repeated: the next one is asked where one says nothing. Without it: the configured ones (section Dns).",
    };

    private static readonly Option<bool> Parked = new("--parked") { Description = "They are meant to send nothing, and are judged as such." };

    private static readonly Option<bool> NoProbe = new("--no-probe")
    {
        Description = "DNS only: no connection to mail servers (port 25) and no fetch of MTA-STS policies; what they would tell is unknown.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per domain, a line each." };

    public static Command Create()
    {
        var command = new Command("check", "Checks the mail of domains (SPF, DKIM, DMARC, MX, transport, DNS) and gives each a score. Exit 0: done; 1: a name is no domain, the others were checked; 2: wrong usage.")
        {
            Domains, Selectors, Resolvers, Parked, NoProbe, Json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new CheckRequest(
                parsed.GetValue(Domains) ?? [], parsed.GetValue(Selectors) ?? [], parsed.GetValue(Resolvers) ?? [], parsed.GetValue(Parked),
                parsed.GetValue(NoProbe), parsed.GetValue(Json));
            return await CheckRun.RunAsync(request, cancellationToken);
        });
        return command;
    }
}

using System.CommandLine;

namespace BounceBoard.Cli.Domains;

/// <summary><c>bounceboard spf</c>: what a receiver answers for a client, a sender and a HELO name, term by term. Needs no database.</summary>
internal static class SpfCommand
{
    private static readonly Option<string> Ip = new("--ip") { Description = "Address of the sending server, IPv4 or IPv6.", Required = true };

    private static readonly Option<string> MailFrom = new("--mail-from")
    {
        Description = "Envelope sender; empty or <> for a bounce, whose HELO name is then checked.",
        Required = true,
    };

    private static readonly Option<string> Helo = new("--helo") { Description = "Name the server says in HELO or EHLO.", Required = true };

    private static readonly Option<string[]> Resolvers = new("--resolver")
    {
        Description = "IP[:PORT] of a resolver to ask; may be repeated: the first one's answer is shown, the results of the others beside it. Without it: the first configured one (section Dns).",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object." };

    public static Command Create()
    {
        var command = new Command("spf", "Evaluates SPF (RFC 7208) as a receiver does and shows every term with its cost. Exit 0: done; 2: wrong usage.")
        {
            Ip, MailFrom, Helo, Resolvers, Json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new SpfCommandRequest(
                parsed.GetValue(Ip) ?? "", parsed.GetValue(MailFrom) ?? "", parsed.GetValue(Helo) ?? "", parsed.GetValue(Resolvers) ?? [], parsed.GetValue(Json));
            await using var output = Console.OpenStandardOutput();
            return await SpfCommandRun.RunAsync(request, output, cancellationToken);
        });
        return command;
    }
}

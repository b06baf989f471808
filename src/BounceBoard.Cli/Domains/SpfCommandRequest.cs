namespace BounceBoard.Cli.Domains;

/// <summary>The command line as typed.</summary>
internal sealed record SpfCommandRequest(string Ip, string MailFrom, string Helo, IReadOnlyList<string> Resolvers, bool IsJson);

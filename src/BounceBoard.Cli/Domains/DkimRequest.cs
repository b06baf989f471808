namespace BounceBoard.Cli.Domains;

/// <summary>The command line as typed.</summary>
internal sealed record DkimRequest(IReadOnlyList<string> Files, IReadOnlyList<string> Resolvers, string? At, bool IsJson);

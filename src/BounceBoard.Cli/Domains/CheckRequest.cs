namespace BounceBoard.Cli.Domains;

/// <summary>The command line as typed.</summary>
internal sealed record CheckRequest(
    IReadOnlyList<string> Domains, IReadOnlyList<string> Selectors, IReadOnlyList<string> Resolvers, bool IsParked, bool IsWithoutProbe, bool IsJson);

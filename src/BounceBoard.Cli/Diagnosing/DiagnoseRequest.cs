namespace BounceBoard.Cli.Diagnosing;

/// <summary>The command line as typed.</summary>
internal sealed record DiagnoseRequest(
    IReadOnlyList<string> Paths, IReadOnlyList<string> Resolvers, IReadOnlyList<string> Routes, IReadOnlyList<string> OwnNetworks, string? At, bool IsJson);

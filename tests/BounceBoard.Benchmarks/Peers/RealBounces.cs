namespace BounceBoard.Benchmarks.Peers;

/// <summary>Collected bounces, which stand outside this repository (BOUNCEBOARD_CORPORA), ten times over.</summary>
internal static class RealBounces
{
    public const int Times = 10;

    public static string? Missing => Directory.Exists(Folder) ? null : "the collected bounces are not here; set BOUNCEBOARD_CORPORA to their folder";

    public static string Folder => Path.Combine(Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine("..", "shared", "corpora"), "bounces", "maildir");

    public static IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".eml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}

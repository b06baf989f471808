using System.Diagnostics;

namespace BounceBoard.Architecture.Tests.Scanning;

/// <summary>The files that belong to the repository, read once.</summary>
internal static class Repository
{
    private static readonly string[] Binary = [".png", ".jpg", ".ico", ".woff2", ".gz", ".zip", ".bin"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file's path, relative and with '/'.</summary>
    public static IReadOnlyList<string> Paths { get; } = ListPaths();

    /// <summary>Every file that is text and not evidence of the tests.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Paths.Where(IsText).Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BounceBoard.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No BounceBoard.sln stands above {AppContext.BaseDirectory}.");
    }

    private static IReadOnlyList<string> ListPaths()
    {
        // Tracked files and those about to be; a file that was deleted but not yet committed is still listed by git.
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, "git ls-files failed; the rules are checked in a git clone.");
        return [.. lines.Where(path => File.Exists(Path.Combine(Root, path))).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool IsText(string path) =>
        !path.Contains("/Fixtures/", StringComparison.Ordinal) && !Binary.Contains(Path.GetExtension(path), StringComparer.Ordinal);
}

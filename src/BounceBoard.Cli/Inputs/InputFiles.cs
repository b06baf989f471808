namespace BounceBoard.Cli.Inputs;

/// <summary>What a person names on the command line: a file, a folder with all below it, or <c>-</c> for standard input.</summary>
internal static class InputFiles
{
    public const string StandardInput = "-";

    /// <summary>Bytes below which a file is read whole.</summary>
    private const int Small = 256 * 1024;

    /// <summary>The files that a path stands for, those of a folder in a fixed order.</summary>
    /// <returns>Empty for an empty folder; the path itself when it is no folder.</returns>
    public static IEnumerable<string> At(string path) =>
        path != StandardInput && Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];

    /// <summary>Says what is wrong with a path that stands for nothing; null when there is something to read.</summary>
    public static string? Problem(string path) =>
        path == StandardInput || Path.Exists(path) ? null : $"'{path}' does not exist. Name a file, a folder, or - for standard input.";

    /// <summary>True for a file of such a size that holding it whole is cheaper than streaming it.</summary>
    public static bool IsSmall(string file) => file != StandardInput && new FileInfo(file) is { Exists: true, Length: > 0 and < Small };

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read it.</exception>
    public static Stream Open(string file) =>
        file == StandardInput ? Console.OpenStandardInput()
            // A mail is read at once: asking the system piece by piece takes longer than the reading itself.
            : IsSmall(file) ? new MemoryStream(File.ReadAllBytes(file), writable: false)
            : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
}

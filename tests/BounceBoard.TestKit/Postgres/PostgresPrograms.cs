using System.Diagnostics;
using System.Globalization;

namespace BounceBoard.TestKit.Postgres;

/// <summary>Where PostgreSQL's programs are, and how to run them: never as root, which the server refuses.</summary>
internal static class PostgresPrograms
{
    private const string Account = "postgres";

    private static readonly string? Folder = VersionedFolders()
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>Why no server can be started here, or null.</summary>
    public static string? Missing => Folder is null ? "PostgreSQL is not installed (Debian package postgresql)" : null;

    /// <summary>Gives a folder to the account that the server runs as.</summary>
    public static async Task GiveAsync(string folder, CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new ProcessStartInfo("chown", [$"{Account}:", folder]), cancellationToken);
        }
    }

    /// <summary>How one of PostgreSQL's programs is started; the process is the program itself, so that a signal reaches it.</summary>
    public static ProcessStartInfo Start(string program, string workingFolder, params string[] arguments)
    {
        var path = Path.Combine(Folder ?? throw new InvalidOperationException(Missing), program);
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", path, .. arguments]
            : [path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = workingFolder };
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <exception cref="InvalidOperationException">It ended with another code than 0; its words are in the text.</exception>
    public static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {await output}{await errors}");
        }
    }

    // Debian keeps each major version in a folder of its own, off the PATH; the newest is taken.
    private static IEnumerable<string> VersionedFolders()
    {
        var root = new DirectoryInfo("/usr/lib/postgresql");
        return root.Exists
            ? root.EnumerateDirectories().OrderByDescending(Version).Select(folder => Path.Combine(folder.FullName, "bin"))
            : [];
    }

    private static int Version(DirectoryInfo folder) => int.TryParse(folder.Name, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
